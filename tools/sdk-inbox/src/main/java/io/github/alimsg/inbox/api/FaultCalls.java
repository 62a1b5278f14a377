package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.http.Answer;
import io.github.alimsg.inbox.http.CallException;
import io.github.alimsg.inbox.http.PageCall;
import io.github.alimsg.inbox.http.Routes;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Switching faults on and off. */
final class FaultCalls {
    private final FakeCloud cloud;
    private final Box box;
    private final Webhooks webhooks;

    /** What was asked for, by id; the fake has what is left of it. */
    private volatile Map<String, ObjectNode> chosen = Map.of();

    FaultCalls(FakeCloud cloud, Box box, Webhooks webhooks) {
        this.cloud = cloud;
        this.box = box;
        this.webhooks = webhooks;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/faults", call -> Answer.ok(json()))
                .add("PUT", "/faults", this::put)
                .add("GET", "/faults/kinds", this::kinds);
    }

    /** Tells readers of events how many calls a fault has met. */
    void applied() {
        box.events().add("faults", json());
    }

    private Answer kinds(PageCall call) {
        ObjectNode json = Json.object();
        json.set("kinds", FaultKinds.json());
        json.set("errorCodes", ErrorCodes.json());
        return Answer.ok(json);
    }

    private synchronized Answer put(PageCall call) throws IOException {
        JsonNode list = call.body().path("faults");
        if (!list.isArray()) {
            throw CallException.wrong("there is no list \"faults\"");
        }
        Map<String, ObjectNode> wanted = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        Webhooks.Arrival arrival = Webhooks.Arrival.IN_ORDER;
        try {
            for (JsonNode one : list) {
                Webhooks.Arrival receipts = arrival(one);
                if (receipts == null) {
                    String id = id(one, wanted);
                    faults.add(fault(one).withId(id));
                    wanted.put(id, ((ObjectNode) one).deepCopy().put("id", id));
                } else {
                    arrival = receipts;
                }
            }
            cloud.faults(faults);
        } catch (IllegalArgumentException e) {
            throw CallException.wrong(String.valueOf(e.getMessage()));
        }
        chosen = wanted;
        if (webhooks.arrival() != arrival) {
            webhooks.arrival(arrival);
            box.events().add("webhooks", webhooks.json());
        }
        box.events().add("faults", json());
        return Answer.ok(json());
    }

    private static String id(JsonNode fault, Map<String, ObjectNode> others) {
        String id = Json.text(fault, "id");
        if (id != null && !id.isEmpty()) {
            if (others.containsKey(id)) {
                throw new IllegalArgumentException("two faults have the id " + id);
            }
            return id;
        }
        int number = others.size() + 1;
        while (others.containsKey("f" + number)) {
            number++;
        }
        return "f" + number;
    }

    private static Webhooks.@org.jspecify.annotations.Nullable Arrival arrival(JsonNode fault) {
        for (Webhooks.Arrival arrival : Webhooks.Arrival.values()) {
            if (arrival != Webhooks.Arrival.IN_ORDER
                    && arrival.fault().equals(fault.path("kind").asText())) {
                return arrival;
            }
        }
        return null;
    }

    private static Fault fault(JsonNode json) {
        Fault fault = FaultKinds.fault(json.path("kind").asText(), json.path("parameters"));
        String operation = Json.text(json, "operation");
        String number = Json.text(json, "number");
        fault = operation == null || operation.isEmpty() ? fault : fault.onOperation(operation);
        fault = number == null || number.isEmpty() ? fault : fault.onNumber(number);
        fault = json.hasNonNull("probability")
                ? fault.withProbability(json.path("probability").asDouble())
                : fault;
        return json.hasNonNull("next") ? fault.nextCalls(json.path("next").asInt()) : fault;
    }

    /** What is on: a fault that has met all of its calls is off. */
    private ObjectNode json() {
        List<ObjectNode> all = new ArrayList<>();
        for (Fault fault : cloud.faults()) {
            ObjectNode known = chosen.get(fault.id());
            ObjectNode json = known == null ? Json.object().put("id", fault.id()) : known.deepCopy();
            json.put("kind", fault.kind()).put("applied", fault.applied());
            if (fault.callsLeft() != null) {
                json.put("next", fault.callsLeft());
            }
            all.add(json);
        }
        Webhooks.Arrival arrival = webhooks.arrival();
        if (arrival != Webhooks.Arrival.IN_ORDER) {
            all.add(Json.object().put("id", arrival.fault()).put("kind", arrival.fault()));
        }
        return Json.list("faults", all);
    }
}
