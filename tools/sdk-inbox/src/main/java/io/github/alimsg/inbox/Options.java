package io.github.alimsg.inbox;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.inbox.api.Webhooks;
import io.github.alimsg.inbox.json.Durations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The options of the command line, and of the environment under the same names: {@code ALIMSG_INBOX_API_PORT}. */
final class Options {
    private static final String ENVIRONMENT = "ALIMSG_INBOX_";
    private static final Duration MAX_SKEW = Duration.ofHours(24);

    /** Every option with a value, and what is said about it. */
    private static final Map<String, String> WITH_VALUE = new LinkedHashMap<>();

    private static final Map<String, String> SWITCHES = new LinkedHashMap<>();

    static {
        WITH_VALUE.put("api-port", "PORT         where your SDK sends to (8025)");
        WITH_VALUE.put("ui-port", "PORT          where the page is (8026)");
        WITH_VALUE.put(
                "webhook",
                "URL           where receipts and replies are posted to;\n"
                        + "                          cams=URL,sms-mainland=URL,sms-international=URL for each its own");
        WITH_VALUE.put("auto-receipts", "TIME    post receipts this long after a message, such as 2s (off)");
        WITH_VALUE.put("clock-skew", "TIME       set the service's clock wrong, such as 20m or -20m");
        WITH_VALUE.put("limits", "WHICH          documented: enforce calls per second; off (off)");
        WITH_VALUE.put("keep", "FILE             keep messages in a file, across restarts");
        WITH_VALUE.put("max", "NUMBER            how many messages are kept (5000)");
        WITH_VALUE.put("bind", "ADDRESS          listen on another address than 127.0.0.1; needs --password");
        WITH_VALUE.put("password", "PASSWORD     ask for it on the page, and for its calls");
        WITH_VALUE.put("keys", "FILE             access keys to accept, a line each: id, blank, secret");
        WITH_VALUE.put("templates", "FILE        texts of templates (templates.json, if it is there)");
        WITH_VALUE.put("allow-webhook-host", "HOST   post receipts to another host, such as host.docker.internal");
        SWITCHES.put("tls", "                  speak TLS on the API's port, with a certificate made at each start");
        SWITCHES.put("open", "                 open the page in a browser");
        SWITCHES.put("help", "                 this text");
        SWITCHES.put("version", "              the version");
    }

    /** What the user got wrong, in a line. */
    static final class WrongOption extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongOption(String text) {
            super(text);
        }
    }

    private final Map<String, String> values = new HashMap<>();

    private Options() {}

    /** Reads arguments, and the environment for what they leave out. */
    static Options of(List<String> arguments, Function<String, @Nullable String> environment) throws WrongOption {
        var options = new Options();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            String option = name.startsWith("--") ? name.substring(2) : "";
            if (SWITCHES.containsKey(option) && equals < 0) {
                options.values.put(option, "true");
            } else if (!WITH_VALUE.containsKey(option)) {
                throw new WrongOption("there is no option " + name + "; see --help");
            } else if (equals >= 0) {
                options.values.put(option, argument.substring(equals + 1));
            } else if (++i < arguments.size()) {
                options.values.put(option, arguments.get(i));
            } else {
                throw new WrongOption(name + " needs a value; see --help");
            }
        }
        List<String> names = new ArrayList<>(WITH_VALUE.keySet());
        names.add("tls");
        names.add("open");
        for (String name : names) {
            String value = environment.apply(
                    ENVIRONMENT + name.toUpperCase(Locale.ROOT).replace('-', '_'));
            if (value != null && !value.isEmpty()) {
                options.values.putIfAbsent(name, value);
            }
        }
        return options;
    }

    static String help() {
        var help = new StringBuilder("usage: java -jar sdk-inbox.jar [options]\n\n");
        WITH_VALUE.forEach((name, text) ->
                help.append("  --").append(name).append(' ').append(text).append('\n'));
        SWITCHES.forEach((name, text) ->
                help.append("  --").append(name).append(' ').append(text).append('\n'));
        return help + "\nThe same by environment: ALIMSG_INBOX_API_PORT=9025 and so on.\n";
    }

    boolean wants(String option) {
        return "true".equals(values.get(option));
    }

    /** What the program is to do. @throws WrongOption when a value is wrong, or two do not go together */
    Settings settings() throws WrongOption {
        InetAddress bind = address(values.getOrDefault("bind", "127.0.0.1"));
        String password = values.get("password");
        if (password != null && password.isEmpty()) {
            throw new WrongOption("--password is empty");
        }
        if (!bind.isLoopbackAddress() && password == null) {
            throw new WrongOption("--bind " + values.get("bind")
                    + " lets others on the network read one-time codes; it needs --password");
        }
        String limits = values.getOrDefault("limits", "off");
        if (!limits.equals("off") && !limits.equals("documented")) {
            throw new WrongOption("--limits is documented or off, not " + limits);
        }
        String hosts = values.getOrDefault("allow-webhook-host", "");
        Path templates = Path.of(values.getOrDefault("templates", "templates.json"));
        return new Settings(
                number("api-port", 0, 65_535, Settings.API_PORT),
                number("ui-port", 0, 65_535, Settings.PAGE_PORT),
                webhooks(hosts),
                list(hosts),
                skew(),
                limits.equals("documented"),
                values.containsKey("keep") ? Path.of(values.get("keep")) : null,
                number("max", 1, 1_000_000, Settings.MAX),
                bind,
                password,
                keys(),
                values.containsKey("templates") || Files.exists(templates) ? templates : null,
                wants("tls"),
                wants("open"));
    }

    private int number(String option, int min, int max, int absent) throws WrongOption {
        String value = values.get(option);
        if (value == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below
        }
        throw new WrongOption("--" + option + " is a whole number from " + min + " to " + max + ", not " + value);
    }

    private static InetAddress address(String text) throws WrongOption {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new WrongOption("--bind: there is no address " + text);
        }
    }

    private Duration skew() throws WrongOption {
        String value = values.getOrDefault("clock-skew", "0s");
        try {
            Duration skew = Durations.parse(value);
            if (skew.abs().compareTo(MAX_SKEW) <= 0) {
                return skew;
            }
            throw new WrongOption("--clock-skew is at most 24h either way, not " + value);
        } catch (IllegalArgumentException e) {
            throw new WrongOption("--clock-skew: " + e.getMessage());
        }
    }

    private Webhooks webhooks(String allowed) throws WrongOption {
        var webhooks = new Webhooks(list(allowed));
        try {
            String value = values.getOrDefault("webhook", "");
            for (String one : list(value)) {
                int equals = one.indexOf('=');
                String product = equals < 0 ? "" : one.substring(0, equals);
                if (Webhooks.PRODUCTS.contains(product)) {
                    webhooks.set(product, one.substring(equals + 1));
                } else {
                    for (String every : Webhooks.PRODUCTS) {
                        webhooks.set(every, one);
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            throw new WrongOption("--webhook: " + e.getMessage());
        }
        try {
            webhooks.autoReceipts(values.getOrDefault("auto-receipts", "off"));
        } catch (IllegalArgumentException e) {
            throw new WrongOption("--auto-receipts: " + e.getMessage());
        }
        return webhooks;
    }

    private static List<String> list(String text) {
        List<String> list = new ArrayList<>();
        for (var parts = new StringTokenizer(text, ","); parts.hasMoreTokens(); ) {
            list.add(parts.nextToken().strip());
        }
        return list;
    }

    private List<Credentials> keys() throws WrongOption {
        String file = values.get("keys");
        if (file == null) {
            return List.of(Credentials.of("inbox-key", "inbox-secret"));
        }
        List<Credentials> keys = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of(file))) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                var parts = new StringTokenizer(line);
                if (parts.countTokens() != 2) {
                    throw new WrongOption("--keys: a line is an id, a blank and a secret");
                }
                keys.add(Credentials.of(parts.nextToken(), parts.nextToken()));
            }
        } catch (IOException e) {
            throw new WrongOption("--keys: can't read " + file);
        }
        if (keys.isEmpty()) {
            throw new WrongOption("--keys: there is no key in " + file);
        }
        return List.copyOf(keys);
    }
}
