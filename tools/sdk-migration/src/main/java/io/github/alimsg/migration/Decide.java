package io.github.alimsg.migration;

import java.util.ArrayList;
import java.util.List;
import org.openrewrite.java.tree.Comment;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.TextComment;
import org.openrewrite.marker.Markers;

/** Comments that say what a person has to decide. */
final class Decide {
    private static final String PREFIX = " TODO alimsg: ";

    private Decide() {}

    /** Adds a comment above a statement, once. */
    static <T extends J> T above(T tree, String what) {
        for (Comment there : tree.getComments()) {
            if (there instanceof TextComment text && text.getText().equals(PREFIX + what)) {
                return tree;
            }
        }
        List<Comment> comments = new ArrayList<>(tree.getComments());
        String line = "\n" + tree.getPrefix().getIndent();
        comments.add(new TextComment(false, PREFIX + what, line, Markers.EMPTY));
        return tree.withComments(comments);
    }
}
