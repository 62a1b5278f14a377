package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Durations;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.testing.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of faults that there are, and what they are made of. */
final class FaultKinds {
    private static final String DURATION = "duration";
    private static final String TEXT = "text";
    private static final String NUMBER = "number";

    private record Parameter(
            String name, String type, @Nullable String absent, String description) {}

    private record Kind(
            String name,
            String title,
            String description,
            String group,
            boolean filters,
            Function<Values, Fault> fault,
            List<Parameter> parameters) {}

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        call(
                "throttle",
                "Throttle",
                "Refused with System.LimitControl; nothing is sent",
                v -> v.has("hint") ? Fault.throttle(v.duration("hint")) : Fault.throttle(),
                new Parameter("hint", DURATION, null, "How long the service says to wait; without it says nothing"));
        call("quotaMinute", "Quota of the minute", "Refused: too many this minute", v -> Fault.quotaMinute());
        call("quotaHour", "Quota of the hour", "Refused: too many this hour", v -> Fault.quotaHour());
        call("quotaDay", "Quota of the day", "Refused: too many today", v -> Fault.quotaDay());
        call(
                "businessError",
                "Business error",
                "Refused in HTTP 200, with a code of your choice",
                v -> Fault.businessError(v.text("code"), v.text("message")),
                new Parameter("code", TEXT, "isv.AMOUNT_NOT_ENOUGH", "The code in the reply"),
                new Parameter("message", TEXT, "made to fail", "The message in the reply"));
        call(
                "loseAnswer",
                "Lose the answer",
                "Sent, but the connection is cut before the answer",
                v -> Fault.loseAnswer());
        call("cutBefore", "Cut before", "The connection is cut and nothing is sent", v -> Fault.cutBefore());
        call("halfAnswer", "Half an answer", "Sent; the answer ends in its middle", v -> Fault.halfAnswer());
        call("stall", "Stall", "Sent, but no answer ever comes", v -> Fault.stall());
        call(
                "latency",
                "Latency",
                "Answers take longer; with a spread, as networks are: log-normal",
                v -> v.number("spread") == 0
                        ? Fault.latency(v.duration("median"))
                        : Fault.latency(v.duration("median"), v.number("spread")),
                new Parameter("median", DURATION, "1s", "Half of the answers take longer"),
                new Parameter("spread", NUMBER, "0", "Sigma of the logarithm, 0 to 3; 0: always the same"));
        call(
                "gatewayFailure",
                "Page of a proxy",
                "HTTP 502 and HTML in place of an answer; nothing is sent",
                v -> Fault.gatewayFailure((int) v.number("status")),
                new Parameter("status", NUMBER, "502", "502, 503 or 504"));
        call(
                "clockSkew",
                "Wrong clock",
                "The service's clock is wrong for these calls",
                v -> Fault.clockSkew(v.duration("ahead")),
                new Parameter("ahead", DURATION, "20m", "How far it is ahead; negative: behind"));
        call("keyRevoked", "Key revoked", "Refused with InvalidAccessKeyId.NotFound", v -> Fault.keyRevoked());
        call("tokenExpired", "Token expired", "Refused with InvalidSecurityToken.Expired", v -> Fault.tokenExpired());
        add("offline", "Offline", "Every connection is cut", "account", v -> Fault.offline());
    }

    private FaultKinds() {}

    private static void call(
            String name, String title, String description, Function<Values, Fault> fault, Parameter... parameters) {
        KINDS.put(name, new Kind(name, title, description, "call", true, fault, List.of(parameters)));
    }

    private static void add(
            String name, String title, String description, String group, Function<Values, Fault> fault) {
        KINDS.put(name, new Kind(name, title, description, group, false, fault, List.of()));
    }

    /** What somebody chose for a kind's parameters. */
    private record Values(Kind kind, JsonNode chosen) {
        boolean has(String name) {
            return !text(name).isEmpty();
        }

        String text(String name) {
            String value = Json.text(chosen, name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
            for (Parameter parameter : kind.parameters()) {
                if (parameter.name().equals(name) && parameter.absent() != null) {
                    return parameter.absent();
                }
            }
            return "";
        }

        Duration duration(String name) {
            return Durations.parse(text(name));
        }

        double number(String name) {
            try {
                return Double.parseDouble(text(name));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " is a number, not " + text(name));
            }
        }
    }

    /** A fault of a kind, without filters. @throws IllegalArgumentException when there is no such kind or value */
    static Fault fault(String name, JsonNode parameters) {
        Kind kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("there is no kind " + name + "; there are " + KINDS.keySet());
        }
        return kind.fault().apply(new Values(kind, parameters));
    }

    /** The kinds as FaultKind of openapi.json. */
    static ArrayNode json() {
        ArrayNode all = Json.array();
        for (Kind kind : KINDS.values()) {
            ObjectNode json = all.addObject()
                    .put("kind", kind.name())
                    .put("title", kind.title())
                    .put("description", kind.description())
                    .put("group", kind.group())
                    .put("filters", kind.filters());
            ArrayNode parameters = json.putArray("parameters");
            for (Parameter parameter : kind.parameters()) {
                ObjectNode one =
                        parameters.addObject().put("name", parameter.name()).put("type", parameter.type());
                Json.put(one, "default", parameter.absent());
                one.put("description", parameter.description());
            }
        }
        for (Webhooks.Arrival arrival : Webhooks.Arrival.values()) {
            if (arrival != Webhooks.Arrival.IN_ORDER) {
                ObjectNode json = all.addObject()
                        .put("kind", arrival.fault())
                        .put("title", arrival.title())
                        .put("description", arrival.description())
                        .put("group", "receipts")
                        .put("filters", false);
                json.putArray("parameters");
            }
        }
        return all;
    }
}
