package io.github.alimsg.codegen.output;

import java.util.List;
import java.util.Map;

/**
 * Everything that is generated for one API. Paths use slashes and are relative to their root.
 *
 * @param sources Java sources by path
 * @param resources resources by path
 * @param indexName file name of the index of operations
 * @param index the index of operations
 * @param warnings what is generated otherwise than described, or not at all
 */
public record GeneratedApi(
        Map<String, String> sources,
        Map<String, byte[]> resources,
        String indexName,
        String index,
        List<String> warnings) {}
