package io.github.alimsg.core.internal.reply;

import io.github.alimsg.core.error.AccessDenied;
import io.github.alimsg.core.internal.encoding.HiddenText;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes sent values from every text of the service before it is shown: error code, request id, message, address of
 * a page, and the details of a denial. Gateways quote parameters, and {@code SignatureDoesNotMatch} quotes all of them, percent-encoded
 * twice.
 *
 * <ul>
 *   <li>A text is first cut to {@value #MAX_LENGTH} characters, so that a long one takes no more time.
 *   <li>{@linkplain SentValues What the request sent} is replaced by its length, and so is any number of seven digits
 *       or more.
 *   <li>A code or a request id is shown as a whole or not at all.
 *   <li>In the rest, {@linkplain io.github.alimsg.core.internal.encoding.VisibleText every character is made visible}.
 * </ul>
 *
 * <p>Not used by calls that succeed.
 */
public final class Redaction {
    /** How many characters of a text are read. */
    static final int MAX_LENGTH = 4096;

    private static final int MAX_URL_LENGTH = 1024;

    /** Shorter numbers are ports, statuses and counts; no message needs longer ones. */
    private static final int LONG_NUMBER = 7;

    // At most one repetition in each can begin anywhere, so that matching takes time in proportion to the text's
    // length.
    private static final Pattern STRING_TO_SIGN =
            Pattern.compile("(?i)string\\s*+to\\s*+sign\\b|canonical\\s*+request\\b");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:-]{1,120}");
    private static final List<String> VENDOR_HOSTS = List.of("aliyun.com", "alibabacloud.com");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * A UUID, or 24 hexadecimal digits as in the object storage: random, so seven decimal digits in a row mean nothing.
     */
    private static final Pattern RANDOM_ID =
            Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Fa-f]{24}");

    private final SentValues sent;

    /**
     * Collects what a request sent.
     *
     * @param secrets keys and tokens
     * @param pairs the request's parameters
     */
    public Redaction(Collection<String> secrets, List<PercentEncodedPairs> pairs) {
        this.sent = new SentValues(secrets, pairs);
    }

    /**
     * Returns a text without what the request sent.
     *
     * @param text a message, or a detail of a denial
     */
    public @Nullable String text(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String beginning = beginning(text);
        Matcher quote = STRING_TO_SIGN.matcher(beginning);
        if (quote.find()) {
            return redacted(withoutLeadIn(beginning.substring(0, quote.start())), false)
                    + " (the string to sign is left out)";
        }
        return redacted(beginning, beginning.length() < text.length()).toString();
    }

    private static String beginning(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
        return text.substring(0, splits ? MAX_LENGTH - 1 : MAX_LENGTH);
    }

    /** The text before a quoted string to sign, without the words that introduce it: {@code , server}. */
    private static String withoutLeadIn(String text) {
        String rest = text.stripTrailing();
        if (rest.regionMatches(true, rest.length() - 6, "server", 0, 6)) {
            rest = rest.substring(0, rest.length() - 6).stripTrailing();
        }
        return !rest.isEmpty() && ",;.:".indexOf(rest.charAt(rest.length() - 1)) >= 0
                ? rest.substring(0, rest.length() - 1)
                : rest;
    }

    private RedactedText redacted(String text, boolean cut) {
        var redacted = new RedactedText(text, cut);
        sent.hideIn(redacted);
        redacted.hideNumbers(LONG_NUMBER);
        return redacted;
    }

    /**
     * Returns a denial without what the request sent.
     *
     * @param denied the details from the service
     */
    public @Nullable AccessDenied denial(@Nullable AccessDenied denied) {
        return denied == null
                ? null
                : new AccessDenied(
                        text(denied.action()),
                        text(denied.principalType()),
                        text(denied.policyType()),
                        text(denied.noPermissionType()),
                        text(denied.diagnosticMessage()));
    }

    /**
     * Returns an error code, or its length when it does not look like a code or contains something that the request
     * sent.
     *
     * @param code the code
     * @param documented whether the code is documented; then it is the service's own word, whatever the request sent
     */
    public String code(String code, boolean documented) {
        return documented
                        || CODE.matcher(code).matches()
                                && !hasLongNumber(code)
                                && !sent.areQuotedIn(code, SentValues.LONG_ENOUGH)
                ? code
                : HiddenText.of(code);
    }

    /**
     * Returns a request id, or its length when it does not look like an id or contains something that the request sent.
     *
     * @param id the id
     */
    public @Nullable String requestId(@Nullable String id) {
        if (id == null) {
            return null;
        }
        boolean shown = RANDOM_ID.matcher(id).matches()
                ? !sent.areQuotedIn(id, LONG_NUMBER)
                : REQUEST_ID.matcher(id).matches()
                        && !hasLongNumber(id)
                        && !sent.areQuotedIn(id, SentValues.LONG_ENOUGH);
        return shown ? id : HiddenText.of(id);
    }

    /**
     * Returns the page that the service recommends; null when it is elsewhere than at the vendor's, or when its address
     * contains something that the request sent. The request ids that it contains are random.
     *
     * @param url the address
     */
    public @Nullable URI helpUrl(@Nullable String url) {
        if (url == null || url.length() > MAX_URL_LENGTH) {
            return null;
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
        boolean vendors = "https".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && isVendors(uri.getHost().toLowerCase(Locale.ROOT))
                && uri.getRawUserInfo() == null
                && uri.getPort() == -1;
        String checked = RANDOM_ID.matcher(url).replaceAll("");
        return vendors && quotesNothing(checked) && quotesNothing(URLDecoder.decode(checked, StandardCharsets.UTF_8))
                ? uri
                : null;
    }

    private static boolean isVendors(String host) {
        return VENDOR_HOSTS.stream().anyMatch(name -> host.equals(name) || host.endsWith("." + name));
    }

    private boolean quotesNothing(String text) {
        return text.equals(text(text));
    }

    /** Whether an id has the form of those that the service makes up. */
    public static boolean isRandomId(String id) {
        return RANDOM_ID.matcher(id).matches();
    }

    private static boolean hasLongNumber(String id) {
        var text = new RedactedText(id, false);
        text.hideNumbers(LONG_NUMBER);
        return text.isRedacted();
    }
}
