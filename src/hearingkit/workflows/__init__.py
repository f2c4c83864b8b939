"""One module a command: files in, files out. Alone touches the user's files."""
