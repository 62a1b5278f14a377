package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Durations;
import io.github.alimsg.inbox.json.Json;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where receipts and replies are posted to, when and in which order. Safe for any number of threads. */
public final class Webhooks {
    /** The products that post receipts; each may have a webhook of its own. */
    public static final List<String> PRODUCTS = List.of("cams", "sms-mainland", "sms-international");

    private static final Map<String, String> FIELDS =
            Map.of("cams", "cams", "sms-mainland", "smsMainland", "sms-international", "smsInternational");
    private static final Duration MAX_DELAY = Duration.ofMinutes(10);

    /** How receipts arrive. */
    enum Arrival {
        IN_ORDER("inOrder", "", ""),
        LATE("late", "Receipts late", "Receipts come 30 seconds later"),
        TWICE("twice", "Receipts twice", "Every receipt comes twice"),
        SHUFFLED("shuffled", "Receipts shuffled", "Receipts of a message come in another order"),
        LOST("lost", "Receipts lost", "No receipt comes");

        private final String word;
        private final String title;
        private final String description;

        Arrival(String word, String title, String description) {
            this.word = word;
            this.title = title;
            this.description = description;
        }

        /** The kind of fault that it is shown as. */
        String fault() {
            return "receipts" + Character.toUpperCase(word.charAt(0)) + word.substring(1);
        }

        String title() {
            return title;
        }

        String description() {
            return description;
        }
    }

    private final List<String> hosts;
    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private @Nullable Duration autoReceipts;
    private Arrival arrival = Arrival.IN_ORDER;

    /**
     * None.
     *
     * @param hosts hosts other than this one that may be posted to
     */
    public Webhooks(List<String> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    /** Sets where a product posts to. @throws IllegalArgumentException when that is no URL, or not allowed */
    public synchronized void set(String product, String url) {
        addresses.put(product, checked(url));
    }

    private URI checked(String url) {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("this is not a URL: " + url);
        }
        String host = address.getHost();
        if (host == null || !"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
            throw new IllegalArgumentException("a webhook is a URL such as http://127.0.0.1:8080/receipts, not " + url);
        }
        if (!hosts.contains(host) && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "receipts are posted to this computer only; start with --allow-webhook-host " + host);
        }
        return address;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Sets when receipts are posted. @throws IllegalArgumentException when it is neither off nor a duration */
    public synchronized void autoReceipts(String delay) {
        autoReceipts = delay.equals("off") ? null : Durations.parse(delay, MAX_DELAY);
    }

    /** Changes what an object has fields for. @throws IllegalArgumentException when a value is wrong; nothing changes */
    synchronized void change(ObjectNode changes) {
        Map<String, URI> changed = new LinkedHashMap<>(addresses);
        FIELDS.forEach((product, field) -> {
            JsonNode value = changes.get(field);
            if (value != null && (value.isNull() || value.asText().isEmpty())) {
                changed.remove(product);
            } else if (value != null) {
                changed.put(product, checked(value.asText()));
            }
        });
        Arrival order =
                changes.has("receipts") ? arrival(changes.path("receipts").asText()) : arrival;
        if (changes.has("autoReceipts")) {
            autoReceipts(changes.path("autoReceipts").asText());
        }
        arrival = order;
        addresses.clear();
        addresses.putAll(changed);
    }

    private static Arrival arrival(String word) {
        for (Arrival arrival : Arrival.values()) {
            if (arrival.word.equals(word)) {
                return arrival;
            }
        }
        throw new IllegalArgumentException("receipts are inOrder, late, twice, shuffled or lost, not " + word);
    }

    /** Where a product posts to; null for nowhere. */
    synchronized @Nullable URI of(String product) {
        return addresses.get(product);
    }

    /** How long after a message its receipts are posted; null when they are not. */
    synchronized @Nullable Duration autoReceipts() {
        return autoReceipts;
    }

    synchronized void arrival(Arrival arrival) {
        this.arrival = arrival;
    }

    synchronized Arrival arrival() {
        return arrival;
    }

    synchronized ObjectNode json() {
        ObjectNode json = Json.object();
        for (String product : PRODUCTS) {
            URI address = addresses.get(product);
            json.put(FIELDS.get(product), address == null ? null : address.toString());
        }
        return json.put("autoReceipts", autoReceipts == null ? "off" : Durations.format(autoReceipts))
                .put("receipts", arrival.word);
    }
}
