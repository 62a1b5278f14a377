package io.github.alimsg.core.wire;

import io.github.alimsg.core.retry.Effect;

/** An operation whose response has a field of every type. */
final class ProbeOperation extends Operation<Probe, ProbeResponse> {
    static final ProbeOperation INSTANCE = new ProbeOperation(SuccessRule.CODE);

    /** An answer with every field, some of them in the shapes that the service is known for. */
    static final String EXAMPLE = """
            {"Code": "OK", "Message": "fine", "RequestId": "r1\\n", "Success": true, "AccessDeniedDetail": "None",
             "text": "te\\u00fct \\"q\\"", "int64": 9007199254740993, "int32": "7", "decimal": 1.50, "float64": 5e-1,
             "bool": "true", "millis": 1767323045000, "seconds": "1767323045",
             "moment": "2026-01-02T03:04:05Z", "date": "20260102", "texts": ["a", 1, null],
             "int64s": "[1,2]", "textMap": {"a": {"b": 1}}, "anyMap": "{\\"a\\":[1,{\\"b\\":null}]}",
             "anyList": [true, 1e3, "x"], "object": {"inner": {"list": [{"deep": "1"}, {}]}, "other": [[]]},
             "unknown": {"x": [1, 2, {"y": "z"}]}}
            """;

    ProbeOperation(SuccessRule rule, String... strictFields) {
        super("Probe", Effect.READ, 0, rule, ProbeResponse.class, strictFields);
    }

    @Override
    public void write(Probe request, ParamWriter out) {}

    @Override
    public ProbeResponse read(JsonReader in) {
        var response = new ProbeResponse.Builder();
        for (String name; (name = in.nextField()) != null; ) {
            switch (name) {
                case "text" -> response.fields.add(in.string());
                case "int64" -> response.fields.add(in.longValue());
                case "int32" -> response.fields.add(in.intValue());
                case "decimal" -> response.fields.add(in.decimal());
                case "float64" -> response.fields.add(in.doubleValue());
                case "bool" -> response.fields.add(in.booleanValue());
                case "millis" -> response.fields.add(in.millis());
                case "seconds" -> response.fields.add(in.seconds());
                case "moment" -> response.fields.add(in.instant());
                case "date" -> response.fields.add(in.date());
                case "texts" -> response.fields.add(in.strings());
                case "int64s" -> response.fields.add(in.longs());
                case "textMap" -> response.fields.add(in.stringMap());
                case "anyMap" -> response.fields.add(in.plainMap());
                case "anyList" -> response.fields.add(in.plainList());
                case "object" -> response.fields.add(object(in));
                default -> in.other(name);
            }
        }
        in.finish(response);
        return response.build();
    }

    /** How many objects there are within an object and the lists in it. */
    private static int object(JsonReader in) {
        int count = 0;
        if (in.startObject()) {
            count++;
            for (String name; (name = in.nextField()) != null; ) {
                if (name.equals("inner")) {
                    count += object(in);
                } else if (name.equals("list")) {
                    count += list(in);
                } else {
                    in.skip();
                }
            }
        }
        return count;
    }

    private static int list(JsonReader in) {
        int count = 0;
        if (in.startArray()) {
            while (in.nextItem()) {
                count += object(in);
            }
        }
        return count;
    }
}
