"""Read lists of recipients as offices keep them: sheets, vCards, Word files, pasted text.

A reader makes rows with places of a file's bytes; ``meaning`` makes recipients of the rows. No row
is lost: each becomes a recipient or a part of one, a heading, a head of columns, or is reported.
"""
