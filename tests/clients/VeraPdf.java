import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;

/** Prints what veraPDF finds in PDFs, a line a finding, and how much it has looked at. */
public class VeraPdf {
    private static final Map<PDFAFlavour, String> PROFILES =
        new LinkedHashMap<>(Map.of(PDFAFlavour.PDFUA_1, "PDFUA-1", PDFAFlavour.PDFA_2_A, "PDFA-2A"));

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (var flavour : PROFILES.keySet()) {
            var profile = profile(flavour);
            for (var file : files) {
                judge(file, flavour, profile);
            }
        }
    }

    private static void judge(String file, PDFAFlavour flavour, ValidationProfile profile)
            throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new FileInputStream(file), flavour);
                var validator = foundry.createValidator(profile, false)) {
            var result = validator.validate(parser);
            System.out.printf("looked\t%d\t%s%n", result.getTotalAssertions(), file);
            for (var one : result.getTestAssertions()) {
                var rule = one.getRuleId();
                System.out.printf("found\t%s %s-%d: %s\t%s%n",
                    flavour, rule.getClause(), rule.getTestNumber(), one.getMessage(), file);
            }
        }
    }

    /** Reads a profile; veraPDF itself does so by JAXB, which the package leaves out. */
    private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
        var name = "/org/verapdf/pdfa/validation/" + PROFILES.get(flavour) + ".xml";
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        var root = builder.parse(Profiles.class.getResourceAsStream(name)).getDocumentElement();
        var rules = new LinkedHashSet<Rule>();
        for (var one : below(root, "rule")) {
            rules.add(rule(one));
        }
        var variables = new LinkedHashSet<Variable>();
        for (var one : below(root, "variable")) {
            variables.add(Profiles.variableFromValues(one.getAttribute("name"),
                one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
        }
        var details = Profiles.profileDetailsFromValues("", "", "", new Date(0));
        return Profiles.profileFromValues(flavour, details, "", rules, variables);
    }

    private static Rule rule(Element told) {
        var id = below(told, "id").get(0);
        var ruleId = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        var deferred = told.hasAttribute("deferred") ? Boolean.valueOf(told.getAttribute("deferred")) : null;
        var error = Profiles.errorFromValues(text(told, "message"), new ArrayList<>());
        return Profiles.ruleFromValues(ruleId, told.getAttribute("object"), deferred,
            told.getAttribute("tags"), text(told, "description"), text(told, "test"), error, List.of());
    }

    private static String text(Element parent, String name) {
        return below(parent, name).get(0).getTextContent();
    }

    private static List<Element> below(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int number = 0; number < found.getLength(); number++) {
            elements.add((Element) found.item(number));
        }
        return elements;
    }
}
