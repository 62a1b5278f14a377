package io.github.alimsg.codegen.init;

import io.github.alimsg.codegen.ApiFiles;
import io.github.alimsg.codegen.Generator;
import io.github.alimsg.codegen.output.GeneratedApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a new API where a build finds it, and its client where the build would have put it. */
@SuppressWarnings("InlineFormatString") // a long template reads better on its own
final class NewProject {
    private static final String EXECUTION = """
              <execution>
                <id>%1$s</id>
                <goals>
                  <goal>generate</goal>
                </goals>
                <configuration>
                  <api>${project.basedir}/src/main/api/%1$s</api>
                </configuration>
              </execution>
            """;

    private static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 https://maven.apache.org/xsd/maven-4.0.0.xsd">
              <modelVersion>4.0.0</modelVersion>
              <groupId>%2$s</groupId>
              <artifactId>%1$s</artifactId>
              <version>0.1.0-SNAPSHOT</version>

              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>

              <dependencies>
                <dependency>
                  <groupId>io.github.alimsg</groupId>
                  <artifactId>sdk-core</artifactId>
                  <version>%3$s</version>
                </dependency>
              </dependencies>

              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.alimsg</groupId>
                    <artifactId>sdk-codegen</artifactId>
                    <version>%3$s</version>
                    <executions>
            %4$s        </executions>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private final Path folder;
    private final NewApi api;

    NewProject(Path folder, NewApi api) {
        this.folder = folder;
        this.api = api;
    }

    /** {@return the folder of the API's files} */
    Path apiFolder() {
        return folder.resolve("src/main/api").resolve(api.id());
    }

    /** {@return what a pom.xml needs so that the build generates the client} */
    String execution() {
        return EXECUTION.formatted(api.id());
    }

    /**
     * Writes the three files, and a {@code pom.xml} where there is none. Overwrites nothing.
     *
     * @param packageName the package of the client
     * @param version the version of the plugin
     * @throws IOException when a file is there already, or cannot be written
     */
    void write(String packageName, String version) throws IOException {
        ApiFiles files = api.files();
        for (String name : new String[] {"customization.yaml", "docs.yaml"}) {
            if (Files.exists(apiFolder().resolve(name))) {
                throw new FileAlreadyExistsException(
                        apiFolder().resolve(name) + " is there already; remove it to guess again");
            }
        }
        Files.createDirectories(apiFolder());
        Files.writeString(apiFolder().resolve("metadata.json"), files.metadata());
        Files.writeString(apiFolder().resolve("customization.yaml"), files.customization());
        Files.writeString(apiFolder().resolve("docs.yaml"), files.docs());
        if (!Files.exists(folder.resolve("pom.xml"))) {
            Files.writeString(
                    folder.resolve("pom.xml"),
                    POM.formatted(api.id(), packageName, version, execution().indent(8)));
        }
    }

    /**
     * Generates and compiles the client.
     *
     * @param build the folder of what is built
     * @return the folder of its sources
     * @throws IOException when it does not compile, or cannot be written
     */
    Path build(Path build) throws IOException {
        GeneratedApi generated = Generator.generate(api.files());
        Path sources = build.resolve("generated-sources/alimsg");
        for (var source : generated.sources().entrySet()) {
            write(sources.resolve(source.getKey()), source.getValue().getBytes(StandardCharsets.UTF_8));
        }
        Path classes = build.resolve("classes");
        for (var resource : generated.resources().entrySet()) {
            write(classes.resolve(resource.getKey()), resource.getValue());
        }
        ClientCompiler.compile(generated.sources(), classes);
        return sources;
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, content);
    }
}
