package io.github.alimsg.migration;

import io.github.alimsg.migration.VendorClass.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the classes and methods of a product's client in one generation are here; read from a generated table. */
final class Mapping {
    private static final Map<String, Property> ENVELOPE = Map.of(
            "code", new Property("serviceCode", "text", null),
            "message", new Property("serviceMessage", "text", null),
            "requestid", new Property("requestId", "text", null));

    private final Generation generation;
    private final String product;
    private final Map<String, VendorClass> classes = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private String client = "";
    private String module = "";
    private String models = "";

    private Mapping(Generation generation, String product) {
        this.generation = generation;
        this.product = product;
    }

    /** Reads the table of a product, such as {@code dysmsapi20170525}. */
    static Mapping of(Generation generation, String product) {
        var mapping = new Mapping(generation, product);
        try (InputStream in = Mapping.class.getResourceAsStream(product + ".tsv")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no product " + product
                        + "; known are dysmsapi20170525, dysmsapi20180501 and cams20200606");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line; (line = reader.readLine()) != null; ) {
                mapping.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mapping;
    }

    private void add(String line) {
        int tab = line.indexOf('\t');
        int second = line.indexOf('\t', tab + 1);
        String key = line.substring(0, tab);
        String value = second < 0 ? line.substring(tab + 1) : line.substring(tab + 1, second);
        String type = second < 0 ? "" : line.substring(second + 1);
        if (key.equals("client")) {
            client = value;
            module = type;
        } else if (key.equals("models")) {
            models = value + ".";
        } else if (second < 0) {
            operation(key, value);
        } else {
            field(names(key), value, type);
        }
    }

    private void operation(String name, String method) {
        methods.put(Property.key(name), method);
        put(name + "Request", Role.REQUEST, models + name + "Request");
        put(name + generation.body(), Role.BODY, models + name + "Response");
        top(name + generation.body()).properties().putAll(ENVELOPE);
        if (generation != Generation.FIRST) {
            put(name + "Response", Role.RESPONSE, models + name + "Response");
        }
    }

    private void field(List<String> path, String name, String type) {
        boolean sent = path.get(1).equals("request");
        VendorClass holder = top(path.get(0) + (sent ? "Request" : generation.body()));
        for (String outer : path.subList(2, path.size() - 1)) {
            Property around = holder.property(outer);
            if (around == null || around.object() == null) {
                throw new IllegalStateException("no object " + outer + " in " + path);
            }
            holder = around.object();
        }
        String ours = type.equals("wrapper")
                // Its only field is one of the object around it.
                ? holder.ours()
                : type.contains("object ") ? models + type.substring(type.lastIndexOf(' ') + 1) : null;
        VendorClass object = ours == null
                ? null
                : new VendorClass(sent ? Role.SENT_OBJECT : Role.READ_OBJECT, ours, new LinkedHashMap<>());
        holder.properties().put(Property.key(path.get(path.size() - 1)), new Property(name, type, object));
    }

    /** The parts of a path with dots. */
    static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int dot; (dot = path.indexOf('.', from)) >= 0; from = dot + 1) {
            names.add(path.substring(from, dot));
        }
        names.add(path.substring(from));
        return names;
    }

    private void put(String name, Role role, String ours) {
        classes.put(generation.models(product) + name, new VendorClass(role, ours, new LinkedHashMap<>()));
    }

    private VendorClass top(String name) {
        VendorClass found = find(generation.models(product) + name);
        if (found == null) {
            throw new IllegalStateException(name);
        }
        return found;
    }

    /** The vendor's class of that full name, not one nested in another; null when there is none. */
    @Nullable
    VendorClass find(String name) {
        return classes.get(name);
    }

    /** The request of an operation such as {@code SendSms}; null when there is no such operation. */
    @Nullable
    VendorClass request(String operation) {
        return find(generation.models(product) + operation + "Request");
    }

    /** The client's method for an operation, or for a method of the vendor's client; null when it is none. */
    @Nullable
    String method(String operation) {
        return methods.get(Property.key(operation));
    }

    Generation generation() {
        return generation;
    }

    String product() {
        return product;
    }

    /** The full name of the client here. */
    String client() {
        return client;
    }

    /** The artifact that has the client. */
    String module() {
        return module;
    }
}
