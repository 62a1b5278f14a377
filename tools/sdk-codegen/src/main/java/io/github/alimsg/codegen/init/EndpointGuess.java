package io.github.alimsg.codegen.init;

import io.github.alimsg.codegen.input.Metadata;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where regions are reached that the metadata does not list.
 *
 * @param other host of such a region, which may hold <code>{region}</code>
 * @param defaultRegion the region when none is set
 */
record EndpointGuess(String other, String defaultRegion) {
    private static final String USUAL_REGION = "cn-hangzhou";

    /** The form that most of the listed hosts have. */
    static EndpointGuess of(Metadata metadata) {
        Map<String, Integer> forms = new TreeMap<>();
        metadata.endpoints().forEach((region, host) -> {
            String form = region.isEmpty() ? host : host.replace(region, "{region}");
            forms.merge(form, 1, Integer::sum);
        });
        String other = metadata.product().toLowerCase(Locale.ROOT) + ".aliyuncs.com";
        int most = 0;
        for (Map.Entry<String, Integer> form : forms.entrySet()) {
            if (form.getValue() > most) {
                most = form.getValue();
                other = form.getKey();
            }
        }
        boolean usual = metadata.endpoints().isEmpty() || metadata.endpoints().containsKey(USUAL_REGION);
        return new EndpointGuess(
                other,
                usual ? USUAL_REGION : metadata.endpoints().keySet().iterator().next());
    }
}
