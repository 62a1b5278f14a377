package io.github.alimsg.it.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The floors of docs/architecture.md: every package of sdk-core and of sdk-testing from the top down, what belongs into
 * it, and which others it may use, all of them on lower floors. A new package is a new line here and in the document's drawing.
 */
final class FloorPlan {
    /** Packages of sdk-core, the highest floor first. */
    static final Map<String, Floor> CORE = new LinkedHashMap<>();

    /** Packages of sdk-testing, the highest floor first; what they use of other modules is said below. */
    static final Map<String, Floor> TESTING = new LinkedHashMap<>();

    /** Whom OkHttp's classes are for; the builder has httpClient(OkHttpClient). */
    private static final String OKHTTP = "core.okhttp";

    private static final String BUILDER = "ClientBuilder";

    /** Sets what applications set, a proxy of core.okhttp included. */
    private static final String SPRING = "spring";

    /** Every other module: the packages that its packages may use, with what is below them. */
    private static final Map<String, Set<String>> MODULES = Map.ofEntries(
            Map.entry("receipts", Set.of("core")),
            Map.entry("caps", Set.of("core")),
            Map.entry("once", Set.of("core", "receipts", "caps")),
            Map.entry("cams", Set.of("core", "receipts")),
            Map.entry("dysms", Set.of("core", "receipts")),
            Map.entry("sts", Set.of("core")),
            Map.entry("queue", Set.of("core", "receipts")),
            Map.entry("testing", Set.of("core", "receipts")),
            Map.entry("inbox", Set.of("core", "receipts", "cams", "dysms", "sts", "testing")),
            Map.entry("codegen", Set.of("core")),
            Map.entry("site", Set.of()),
            Map.entry("migration", Set.of()),
            Map.entry("micrometer", Set.of("core", "receipts")),
            Map.entry("redis", Set.of("core", "receipts", "caps")),
            Map.entry(
                    SPRING,
                    Set.of(
                            "core",
                            "receipts",
                            "caps",
                            "cams",
                            "dysms",
                            "sts",
                            "queue",
                            "once",
                            "micrometer",
                            "redis",
                            "testing")));

    static {
        add(
                "core.batch",
                "calls for many recipients, and their account",
                "core core.error core.guard core.intercept core.internal.call core.internal.listener core.spi core.wire");
        add("core.lookup", "messages that may have been sent, and looking them up", "core.error core.spi core.time");
        add(
                "core.upload",
                "files that operations refer to, and the object storage they go to",
                "core core.credentials core.error core.http core.internal.call core.internal.encoding"
                        + " core.internal.listener core.internal.net core.internal.reply core.retry core.spi core.time");
        add(
                "core.spi",
                "the entry to the engine for generated clients and helpers",
                "core core.error core.intercept core.internal.call core.retry core.wire");
        add(
                "core.internal.call",
                "the steps of a call, and what calls of a client share",
                "core core.credentials core.error core.guard core.http core.intercept core.internal.encoding core.internal.environment"
                        + " core.internal.libraries core.internal.listener core.internal.reply core.internal.signing core.okhttp core.pacing"
                        + " core.retry core.time core.wire");
        add(
                "core.internal.reply",
                "from a reply to a response or to the failure it is",
                "core core.credentials core.error core.http core.internal.encoding core.internal.json core.retry"
                        + " core.time core.wire");
        add(
                "core.wire",
                "what generated code names: operations, and how requests are written and responses read",
                "core core.error core.guard core.http core.internal.encoding core.internal.json core.retry");
        add(
                "core.internal.signing",
                "signatures of requests, and what they are made with",
                "core core.credentials core.http core.internal.encoding");
        add(
                "core",
                "what every application meets: clients, settings, requests and responses",
                "core.credentials core.guard core.http core.intercept core.internal.encoding core.internal.environment core.internal.json"
                        + " core.internal.libraries core.internal.net core.okhttp core.pacing core.retry core.time");
        add("core.intercept", "what an application puts around calls", "core.error core.guard core.retry");
        add("core.guard", "what an application asks before a message is sent", "core.internal.encoding");
        add("core.retry", "what is repeated, and after how long", "core.error");
        add("core.pacing", "turns, so that calls stay below a rate", "core.time");
        add(
                "core.credentials",
                "where keys come from",
                "core.error core.http core.internal.environment core.internal.json core.internal.net core.okhttp core.time");
        add(
                "core.internal.environment",
                "variables and properties of the process, and the connections that they describe",
                "core.okhttp");
        add(OKHTTP, "exchanges over OkHttp", "core.error core.http core.internal.listener core.internal.net");
        add("core.template", "texts with variables, read once", "core.error core.time");
        add("core.http", "one exchange, whatever carries it", "core.error");
        add("core.error", "what a call may end with in place of a response", "core.internal.encoding");
        add("core.time", "clocks and waiting", "");
        add("core.internal.listener", "running the application's code so that it can't harm a call", "");
        add("core.internal.libraries", "the libraries that the application's build has chosen", "");
        add(
                "core.internal.encoding",
                "texts and bytes: percent encoding, phone numbers, what can be shown",
                "core.internal.json");
        add("core.internal.net", "hosts, as addresses and URIs name them", "");
        add("core.internal.json", "Jackson, set up once", "");
        addTo(
                TESTING,
                "testing",
                "what tests call",
                "testing.gateway testing.messages testing.products testing.queue testing.receipts testing.storage");
        addTo(
                TESTING,
                "testing.receipts",
                "receipts that wait, and posting them",
                "testing.gateway testing.messages testing.products");
        addTo(
                TESTING,
                "testing.messages",
                "messages that were sent, and what replies say of them",
                "testing.gateway testing.products");
        addTo(TESTING, "testing.queue", "queues that receipts come by", "testing.gateway testing.products");
        addTo(TESTING, "testing.storage", "the object storage", "testing.gateway testing.products");
        addTo(TESTING, "testing.gateway", "checks of calls, and replies, without a product's word", "testing.products");
        addTo(TESTING, "testing.products", "what the fake knows of each product", "");
    }

    private FloorPlan() {}

    /**
     * A package.
     *
     * @param subject what belongs into it
     * @param mayUse packages
     */
    record Floor(String subject, Set<String> mayUse) {}

    private static void add(String name, String subject, String mayUse) {
        addTo(CORE, name, subject, mayUse);
    }

    private static void addTo(Map<String, Floor> plan, String name, String subject, String mayUse) {
        plan.put(name, new Floor(subject, mayUse.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(mayUse.split(" ")))));
    }

    /** {@return what is wrong with where a file is, and where it belongs; nothing when it is in its place} */
    static List<String> problems(SourceFile file) {
        String module = file.packageName().split("\\.")[0];
        if (module.equals("core")) {
            return problemsInCore(file);
        }
        List<String> problems = problemsBetweenModules(file, module);
        if (module.equals("testing")) {
            problems.addAll(problemsOnFloors(file, TESTING, usesOf(module, file)));
        }
        return problems;
    }

    private static Set<String> usesOf(String module, SourceFile file) {
        return file.uses().stream()
                .filter(used -> used.split("\\.")[0].equals(module))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> problemsBetweenModules(SourceFile file, String module) {
        List<String> problems = new ArrayList<>();
        Set<String> others = MODULES.get(module);
        if (others == null) {
            problems.add(name(file) + " is in a module that FloorPlan does not know: add the module, with what it may"
                    + " use, there and in docs/architecture.md");
            return problems;
        }
        for (String used : file.uses()) {
            String of = used.split("\\.")[0];
            if (!of.equals(module) && !others.contains(of)) {
                problems.add(name(file) + " uses " + used + ": " + module + " may use only " + others
                        + "; what both need belongs in one of these");
            } else if (used.startsWith("core.internal") || used.equals(OKHTTP) && !module.equals(SPRING)) {
                problems.add(name(file) + " uses " + used + ", which is for sdk-core only; what another module needs"
                        + " belongs in core.wire or core.spi");
            }
        }
        return problems;
    }

    private static List<String> problemsInCore(SourceFile file) {
        List<String> problems = problemsOnFloors(file, CORE, file.uses());
        if (CORE.containsKey(file.packageName())
                && file.namesOkHttp()
                && !file.packageName().equals(OKHTTP)
                && !isBuilder(file)) {
            problems.add(name(file) + " uses OkHttp: it belongs in " + OKHTTP + " (" + subject(OKHTTP)
                    + "), behind the interface HttpTransport");
        }
        return problems;
    }

    private static List<String> problemsOnFloors(SourceFile file, Map<String, Floor> plan, Set<String> uses) {
        List<String> problems = new ArrayList<>();
        Floor floor = plan.get(file.packageName());
        if (floor == null) {
            problems.add(name(file) + " is in a package that is not on the plan: it belongs in "
                    + placesFor(file, plan, uses)
                    + "; for a subject of its own, add the package to FloorPlan and to docs/architecture.md");
            return problems;
        }
        for (String used : uses) {
            if (!floor.mayUse().contains(used)) {
                problems.add(name(file) + " uses " + used + ", which " + file.packageName() + " (" + floor.subject()
                        + ") may not: it belongs in " + placesFor(file, plan, uses));
            }
        }
        return problems;
    }

    /** The lowest packages that may use all that the file uses. */
    private static String placesFor(SourceFile file, Map<String, Floor> plan, Set<String> uses) {
        if (plan.containsKey(OKHTTP) && file.namesOkHttp() && !isBuilder(file)) {
            return OKHTTP + " (" + subject(OKHTTP) + ")";
        }
        List<String> places = new ArrayList<>();
        plan.forEach((place, floor) -> {
            if (!place.equals(OKHTTP)
                    && uses.stream()
                            .allMatch(
                                    used -> used.equals(place) || floor.mayUse().contains(used))) {
                places.add(place + " (" + floor.subject() + ")");
            }
        });
        Collections.reverse(places);
        return places.isEmpty()
                ? "no package as it is: it uses " + uses + ", so it is more than one class"
                : places.stream().limit(3).collect(Collectors.joining(", or "));
    }

    private static String subject(String place) {
        return Objects.requireNonNull(CORE.get(place)).subject();
    }

    private static boolean isBuilder(SourceFile file) {
        return file.packageName().equals("core") && file.name().equals(BUILDER);
    }

    private static String name(SourceFile file) {
        return file.packageName() + "." + file.name();
    }

    /** {@return a circle of packages, as they use each other; null when there is none} */
    static @Nullable List<String> circle(List<SourceFile> files) {
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        for (SourceFile file : files) {
            uses.computeIfAbsent(file.packageName(), any -> new TreeSet<>()).addAll(file.uses());
        }
        Set<String> done = new HashSet<>();
        for (String start : uses.keySet()) {
            List<String> circle = circle(start, uses, new ArrayList<>(), done);
            if (circle != null) {
                return circle;
            }
        }
        return null;
    }

    private static @Nullable List<String> circle(
            String at, Map<String, Set<String>> uses, List<String> way, Set<String> done) {
        int before = way.indexOf(at);
        if (before >= 0) {
            List<String> circle = new ArrayList<>(way.subList(before, way.size()));
            circle.add(at);
            return circle;
        }
        if (done.contains(at)) {
            return null;
        }
        way.add(at);
        for (String next : uses.getOrDefault(at, Set.of())) {
            List<String> circle = circle(next, uses, way, done);
            if (circle != null) {
                return circle;
            }
        }
        way.remove(way.size() - 1);
        done.add(at);
        return null;
    }
}
