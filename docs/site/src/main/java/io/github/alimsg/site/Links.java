package io.github.alimsg.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/** Makes links between files of the repository links between pages, and notes those that lead nowhere. */
final class Links {
    private static final String REPOSITORY = "https://github.com/alimsg/alimsg-java/";

    private final Path root;
    private final Map<Path, Page> pages;
    private final List<String> problems = new ArrayList<>();

    Links(Path root, Map<Path, Page> pages) {
        this.root = root;
        this.pages = pages;
    }

    List<String> problems() {
        return problems;
    }

    void rewrite(Page page) {
        for (Link link : page.links) {
            link.setDestination(target(page, link.getDestination()));
        }
        for (Image image : page.images) {
            if (!Files.exists(root.resolve(folder(page)).resolve(image.getDestination()))) {
                problems.add(page.file + ": no picture " + image.getDestination());
            }
        }
    }

    private String target(Page page, String destination) {
        if (destination.contains("://") || destination.startsWith("mailto:")) {
            return destination;
        }
        int hash = destination.indexOf('#');
        String path = hash < 0 ? destination : destination.substring(0, hash);
        String anchor = hash < 0 ? "" : destination.substring(hash + 1);
        Path file = path.isEmpty() ? page.file : folder(page).resolve(path).normalize();
        Page other = pages.get(file);
        if (other == null) {
            return ofTheRepository(page, file, destination);
        }
        if (!anchor.isEmpty() && !other.anchors.contains(anchor)) {
            problems.add(page.file + ": no heading " + destination);
        }
        String relative = folder(page).relativize(Page.target(file)).toString().replace('\\', '/');
        return (path.isEmpty() ? "" : relative) + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    /** Sources and the like are not on the site. */
    private String ofTheRepository(Page page, Path file, String destination) {
        Path found = root.resolve(file);
        if (!Files.exists(found)) {
            problems.add(page.file + ": no file " + destination);
        }
        String kind = Files.isDirectory(found) ? "tree/main/" : "blob/main/";
        return REPOSITORY + kind + file.toString().replace('\\', '/');
    }

    private static Path folder(Page page) {
        Path folder = page.file.getParent();
        return folder == null ? Path.of("") : folder;
    }
}
