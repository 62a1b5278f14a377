package io.github.alimsg.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** docs/coming-from-the-vendor.md. */
final class Page {
    private static final Path FILE = Path.of("../../docs/coming-from-the-vendor.md");
    private static final Path TABLES = Path.of("src/main/resources/io/github/alimsg/migration");

    private Page() {}

    static String text() throws IOException {
        return Files.readString(FILE);
    }

    /** A generated part of the page; with {@code -Dalimsg.update}, it is replaced first. */
    static String generated(String name, String now) throws IOException {
        String page = text();
        String begin = "<!-- generated: " + name + " -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- end -->", from);
        if (Boolean.getBoolean("alimsg.update")) {
            Files.writeString(FILE, page.substring(0, from) + now + page.substring(to));
            return now;
        }
        return page.substring(from, to);
    }

    /** The rows of a product's table. */
    static List<String[]> rows(String product) throws IOException {
        return Files.readAllLines(TABLES.resolve(product + ".tsv")).stream()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    static List<String> operations(String product) throws IOException {
        return rows(product).stream()
                .filter(cells -> cells.length == 2 && !cells[0].equals("models"))
                .map(cells -> cells[0])
                .toList();
    }

    /** The operations that the page says to be of later versions than the tested one. */
    static Set<String> laterOperations() throws IOException {
        Set<String> operations = new TreeSet<>();
        boolean inTable = false;
        for (String line : Files.readAllLines(FILE)) {
            inTable = line.startsWith("| since |") || inTable && line.startsWith("|");
            if (inTable && line.contains("`")) {
                for (String name : line.substring(line.indexOf('|', 1)).split("`")) {
                    if (!name.isBlank() && Character.isUpperCase(name.charAt(0))) {
                        operations.add(name);
                    }
                }
            }
        }
        return operations;
    }
}
