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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the classes and methods of a product's client in one generation are here; read from a generated table. */
final class Mapping {
    private static final Map<String, Property> ENVELOPE = Map.of(
            "code", new Property("serviceCode", "text"),
            "message", new Property("serviceMessage", "text"),
            "requestid", new Property("requestId", "text"));

    private final Generation generation;
    private final String product;
    private final Map<String, VendorClass> classes = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private final Set<String> wrappers = new HashSet<>();
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
            field(key, new Property(value, type));
        }
    }

    private void operation(String name, String method) {
        methods.put(Property.key(name), method);
        put(name + "Request", Role.REQUEST, models + name + "Request");
        put(name + generation.body(), Role.BODY, models + name + "Response");
        classOf(name + generation.body()).properties().putAll(ENVELOPE);
        if (generation != Generation.FIRST) {
            put(name + "Response", Role.RESPONSE, models + name + "Response");
        }
    }

    private void field(String path, Property property) {
        List<String> names = names(path);
        boolean sent = names.get(1).equals("request");
        String owner = names.get(0) + (sent ? "Request" : generation.body());
        List<String> inside = names.subList(2, names.size());
        String at = inside.size() == 1 ? owner : generation.nested(owner, inside.subList(0, inside.size() - 1));
        String name = inside.get(inside.size() - 1);
        boolean onlyMember = generation == Generation.FIRST
                && inside.size() > 1
                && wrappers.contains(generation.nested(owner, inside.subList(0, inside.size() - 1)));
        if (onlyMember) {
            // This generation leaves the object out, too, and keeps its name.
            at = inside.size() == 2 ? owner : generation.nested(owner, inside.subList(0, inside.size() - 2));
            name = inside.get(inside.size() - 2);
        }
        VendorClass holder = classes.get(generation.models(product) + at);
        if (holder != null) {
            holder.properties().put(Property.key(name), property);
        }
        if (property.isWrapper()) {
            // Its only field is one of the object around it.
            put(generation.nested(owner, inside), Role.READ_OBJECT, holder == null ? "" : holder.ours());
            wrappers.add(generation.nested(owner, inside));
        } else if (property.type().contains("object ")) {
            String ours = property.type().substring(property.type().lastIndexOf(' ') + 1);
            put(generation.nested(owner, inside), sent ? Role.SENT_OBJECT : Role.READ_OBJECT, models + ours);
        }
    }

    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int dot; (dot = path.indexOf('.', from)) >= 0; from = dot + 1) {
            names.add(path.substring(from, dot));
        }
        names.add(path.substring(from));
        return names;
    }

    private void put(String name, Role role, String ours) {
        classes.putIfAbsent(generation.models(product) + name, new VendorClass(role, ours, new HashMap<>()));
    }

    private VendorClass classOf(String name) {
        VendorClass found = classes.get(generation.models(product) + name);
        if (found == null) {
            throw new IllegalStateException(name);
        }
        return found;
    }

    /** The vendor's class of that full name; null when it is another. */
    @Nullable
    VendorClass find(String name) {
        return classes.get(name);
    }

    /** The client's method for a method of the vendor's client; null when it is none. */
    @Nullable
    String method(String vendorMethod) {
        return methods.get(Property.key(vendorMethod));
    }

    /** The classes by the vendor's full names. */
    Map<String, VendorClass> classes() {
        return classes;
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
