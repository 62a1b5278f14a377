package io.github.alimsg.queue.protocol;

import java.util.List;

/**
 * What became of a batch of deletes; what is in neither list was deleted.
 *
 * @param lapsed handles whose visibility had ended: their messages come again, unless another consumer deleted them
 * @param failed handles that may be tried again
 */
public record Deleted(List<String> lapsed, List<String> failed) {
    static final Deleted ALL = new Deleted(List.of(), List.of());
}
