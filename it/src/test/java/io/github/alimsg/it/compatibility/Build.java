package io.github.alimsg.it.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The build of an application, as far as it decides which libraries the application gets. Artifacts are {@code
 * group:artifact:version}, or without a version where something manages it.
 *
 * @param name of its folder
 * @param springBoot version of the {@code spring-boot-starter-parent} it inherits from, empty for none
 * @param properties what it sets for that parent
 * @param imports the platforms it imports, in their order
 * @param dependencies what it depends on, in their order
 */
record Build(
        String name,
        String springBoot,
        Map<String, String> properties,
        List<String> imports,
        List<String> dependencies) {

    static Build named(String name) {
        return new Build(name.replaceAll("[^A-Za-z0-9.]+", "-"), "", Map.of(), List.of(), List.of());
    }

    Build inheriting(String version) {
        return new Build(name, version, properties, imports, dependencies);
    }

    Build with(String property, String value) {
        Map<String, String> more = new TreeMap<>(properties);
        more.put(property, value);
        return new Build(name, springBoot, more, imports, dependencies);
    }

    Build importing(String... platforms) {
        return new Build(name, springBoot, properties, plus(imports, platforms), dependencies);
    }

    Build dependingOn(String... artifacts) {
        return new Build(name, springBoot, properties, imports, plus(dependencies, artifacts));
    }

    private static List<String> plus(List<String> list, String... more) {
        List<String> longer = new ArrayList<>(list);
        longer.addAll(List.of(more));
        return longer;
    }

    /** The pom.xml. */
    String pom() {
        String parent = springBoot.isEmpty()
                ? ""
                : "<parent>" + coordinates("org.springframework.boot:spring-boot-starter-parent:" + springBoot)
                        + "<relativePath/></parent>\n";
        return project(
                "application:" + name + ":1",
                parent,
                "pom",
                "<properties>"
                        + properties.entrySet().stream()
                                .map(set -> "<" + set.getKey() + ">" + set.getValue() + "</" + set.getKey() + ">")
                                .collect(Collectors.joining())
                        + "</properties>\n<dependencyManagement><dependencies>\n"
                        + imports.stream()
                                .map(platform -> "<dependency>" + coordinates(platform)
                                        + "<type>pom</type><scope>import</scope></dependency>\n")
                                .collect(Collectors.joining())
                        + "</dependencies></dependencyManagement>\n" + dependencies(dependencies));
    }

    /** The pom.xml of a library that only depends on another. */
    static String library(String artifact, String dependency) {
        return project(artifact, "", "jar", dependencies(List.of(dependency)));
    }

    /** The pom.xml for Maven to go through builds at once. */
    static String all(List<Build> builds) {
        return project(
                "application:all:1",
                "",
                "pom",
                builds.stream()
                        .map(build -> "<module>" + build.name + "</module>\n")
                        .collect(Collectors.joining("", "<modules>\n", "</modules>\n")));
    }

    private static String project(String artifact, String parent, String packaging, String content) {
        return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n<modelVersion>4.0.0</modelVersion>\n" + parent
                + coordinates(artifact) + "<packaging>" + packaging + "</packaging>\n" + content + "</project>\n";
    }

    private static String dependencies(List<String> artifacts) {
        return artifacts.stream()
                .map(artifact -> "<dependency>" + coordinates(artifact) + "</dependency>\n")
                .collect(Collectors.joining("", "<dependencies>\n", "</dependencies>\n"));
    }

    private static String coordinates(String artifact) {
        String[] parts = artifact.split(":");
        return "<groupId>" + parts[0] + "</groupId><artifactId>" + parts[1] + "</artifactId>"
                + (parts.length == 2 ? "" : "<version>" + parts[2] + "</version>");
    }
}
