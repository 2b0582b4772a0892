import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * PDF files -> one line of JSON for each file and flavour: which rules of the flavour the file breaks.
 *
 * <p>Usage: {@code java Judge FLAVOUR[,FLAVOUR...] FILE...}; flavours are those of veraPDF (2a, 2b, 3a, ua1 ...).
 * A line is {@code {"file", "flavour", "assertions", "failed": [{"rule", "count", "message", "where"}]}}, or
 * {@code {"file", "flavour", "error"}} where the file could not be judged. The exit code is 0 when every file was
 * judged, whatever the judgment.
 */
public final class Judge {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.err.println("usage: Judge FLAVOUR[,FLAVOUR...] FILE...");
            System.exit(2);
        }
        VeraGreenfieldFoundryProvider.initialise();
        boolean allJudged = true;
        for (String file : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            for (String flavour : arguments[0].split(",")) {
                allJudged &= judge(file, flavour);
            }
        }
        System.exit(allJudged ? 0 : 1);
    }

    private static boolean judge(String file, String flavourId) {
        String head = "{\"file\": " + quoted(file) + ", \"flavour\": " + quoted(flavourId);
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(flavourId);
        try (InputStream bytes = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            OUT.println(head + ", \"assertions\": " + result.getTotalAssertions()
                    + ", \"failed\": [" + String.join(", ", failures(result).values()) + "]}");
            return true;
        } catch (Exception | StackOverflowError | OutOfMemoryError fault) {
            OUT.println(head + ", \"error\": " + quoted(fault.toString()) + "}");
            return false;
        }
    }

    /** One JSON object for each broken rule, in the order of their names, with its first occurrence. */
    private static Map<String, String> failures(ValidationResult result) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, TestAssertion> first = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                counts.merge(rule, 1, Integer::sum);
                first.putIfAbsent(rule, assertion);
            }
        }
        Map<String, String> objects = new TreeMap<>();
        counts.forEach((rule, count) -> objects.put(rule,
                "{\"rule\": " + quoted(rule) + ", \"count\": " + count
                        + ", \"message\": " + quoted(first.get(rule).getMessage())
                        + ", \"where\": " + quoted(first.get(rule).getLocation().getContext()) + "}"));
        return objects;
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : String.valueOf(text).toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
