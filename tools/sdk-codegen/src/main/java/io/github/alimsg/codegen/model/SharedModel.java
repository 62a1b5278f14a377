package io.github.alimsg.codegen.model;

import java.util.Map;
import java.util.Set;

/**
 * A class of the package for objects that several requests and responses have.
 *
 * @param struct all fields that any of them has
 * @param sent whether some request has it
 * @param read whether some response has it
 * @param readOnly Java names of the fields that no request has; they are not sent
 * @param spellings other wire names that responses have for a field, by Java name
 * @param words what it is
 */
public record SharedModel(
        StructModel struct,
        boolean sent,
        boolean read,
        Set<String> readOnly,
        Map<String, Set<String>> spellings,
        String words) {

    /** The same, with the objects in it of shared classes too. */
    SharedModel sharing(Set<String> names) {
        return new SharedModel(struct.sharing(names), sent, read, readOnly, spellings, words);
    }
}
