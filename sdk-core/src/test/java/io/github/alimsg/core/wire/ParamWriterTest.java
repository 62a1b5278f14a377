package io.github.alimsg.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alimsg.core.OpenValue;
import io.github.alimsg.core.internal.encoding.EncodedParams;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParamWriterTest {
    private static final class Channel extends OpenValue {
        Channel(String value) {
            super(value);
        }
    }

    @Test
    void nothingIsWrittenForNull() {
        assertThat(query(out -> {
                    out.put("a", (String) null);
                    out.put("b", (OpenValue) null);
                    out.put("c", (Integer) null);
                    out.put("d", (Long) null);
                    out.put("e", (Boolean) null);
                    out.put("f", (Double) null);
                    out.put("g", (BigDecimal) null);
                    out.putMillis("h", null);
                    out.putSeconds("i", null);
                }))
                .isEmpty();
    }

    @Test
    void valuesAreWrittenInTheirPlainForm() {
        assertThat(query(out -> {
                    out.put("a", "two words");
                    out.put("b", new Channel("whatsapp"));
                    out.put("c", Integer.MIN_VALUE);
                    out.put("d", Long.MAX_VALUE);
                    out.put("e", true);
                    out.put("f", false);
                    out.putMillis("g", Instant.ofEpochMilli(1_767_323_045_006L));
                    out.putSeconds("h", Instant.ofEpochMilli(1_767_323_045_006L));
                    out.putMillis("i", Instant.ofEpochMilli(-1));
                }))
                .isEqualTo("a=two%20words&b=whatsapp&c=-2147483648&d=9223372036854775807&e=true&f=false"
                        + "&g=1767323045006&h=1767323045&i=-1");
    }

    @Test
    void aListIsJoinedWithCommasEachValueInItsPlainForm() {
        assertThat(query(out -> {
                    out.putJoined(
                            "a", List.of("x y", new Channel("whatsapp"), 7, 8L, true, 1e-7, new BigDecimal("1E+2")));
                    out.putJoined("b", List.of());
                    out.putJoined("c", null);
                    out.putJoined("d", List.of("alone"));
                }))
                .isEqualTo("a=x%20y%2Cwhatsapp%2C7%2C8%2Ctrue%2C0.00000010%2C100&d=alone");
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5",
        "0.1, 0.1",
        "1.0, 1.0",
        "1e21, 1000000000000000000000",
        "1e-7, 0.00000010",
        "-1.7976931348623157e3, -1797.6931348623157"
    })
    void doublesNeverHaveAnExponent(double value, String written) {
        assertThat(query(out -> out.put("k", value))).isEqualTo("k=" + written);
    }

    @ParameterizedTest
    @CsvSource({"1E+3, 1000", "1E-9, 0.000000001", "12.340, 12.340", "-0E+2, 0"})
    void decimalsNeverHaveAnExponent(BigDecimal value, String written) {
        assertThat(query(out -> out.put("k", value))).isEqualTo("k=" + written);
    }

    @Test
    void emptyTextIsAValue() {
        assertThat(query(out -> out.put("k", ""))).isEqualTo("k=");
    }

    @Test
    void olderSignatureLeavesEmptyTextOut() {
        EncodedParams written = written(Map.of("Extra", ""), true, out -> {
            out.put("a", "");
            out.put("b", new Channel(""));
            out.put("c", "x");
            out.inForm();
            out.put("d", "");
        });

        assertThat(written.query().toString()).isEqualTo("c=x");
        assertThat(written.form().isEmpty()).isTrue();
    }

    @Test
    void parametersAreSortedByName() {
        assertThat(query(out -> {
                    out.put("b", "1");
                    out.put("a.10", "2");
                    out.put("a.2", "3");
                    out.put("B", "4");
                    out.put("a", "5");
                }))
                .isEqualTo("B=4&a=5&a.10=2&a.2=3&b=1");
    }

    @Test
    void formAndQueryAreKeptApart() {
        EncodedParams written = written(Map.of(), false, out -> {
            out.put("q2", "1");
            out.inForm();
            out.put("f2", "2");
            out.inQuery();
            out.put("q1", "3");
            out.inForm();
            out.put("f1", "4");
        });

        assertThat(written.query().toString()).isEqualTo("q1=3&q2=1");
        assertThat(written.form().toString()).isEqualTo("f1=4&f2=2");
        assertThat(written.all()).containsExactly(written.query(), written.form());
    }

    @Test
    void withoutFormThereIsNone() {
        EncodedParams written = written(Map.of(), false, out -> out.put("q", "1"));

        assertThat(written.form()).isNull();
        assertThat(written.all()).containsExactly(written.query());
    }

    @Test
    void structuresAreWrittenByOneCallAndNullIsLeftOut() {
        EncodedParams written = written(Map.of(), false, out -> {
            out.json("a", List.of(1, "x"));
            out.json("b", "x", (text, structure) -> structure.add(text + "y"));
            out.jsonItems("c", List.of("x", "y"), (text, structure) -> structure.add(text));
            out.flat("d", List.of("x", "y"));
            out.flatItems("e", List.of("x"), (text, structure) -> structure.add(text));
            out.json("f", null);
            out.jsonItems("g", null, (text, structure) -> structure.add("never"));
            out.flat("h", null);
            out.flatItems("i", null, (text, structure) -> structure.add("never"));
        });

        assertThat(URLDecoder.decode(written.query().toString(), UTF_8))
                .isEqualTo("a=[1,\"x\"]&b=\"xy\"&c=[\"x\",\"y\"]&d.1=x&d.2=y&e.1=x");
    }

    @Test
    void replacedParametersAreWrittenOnceAndIntoTheQuery() {
        Map<String, String> replaced = new HashMap<>();
        for (String name : new String[] {"text", "number", "json", "flat", "form", "unknown"}) {
            replaced.put(name, "new");
        }

        EncodedParams written = written(replaced, false, out -> {
            out.put("text", "old");
            out.put("number", 7);
            out.put("kept", "kept");
            out.json("json", List.of("old"));
            out.flat("flat", List.of("old"));
            out.inForm();
            out.put("form", "old");
            out.put("other", "kept");
        });

        assertThat(written.query().toString())
                .isEqualTo("flat=new&form=new&json=new&kept=kept&number=new&text=new&unknown=new");
        assertThat(written.form().toString()).isEqualTo("other=kept");
    }

    @Test
    void emptyReplacementLeavesAParameterOutUnderTheOlderSignature() {
        assertThat(written(Map.of("k", ""), true, out -> out.put("k", "old"))
                        .query()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void requestsHandTheirExtraParametersOver() {
        Probe request = new Probe.Builder().putParam("New-Param_1.2", "a b").build();

        assertThat(written(request.extraParams(), false, out -> {}).query().toString())
                .isEqualTo("New-Param_1.2=a%20b");
        assertThat(new Probe.Builder(request).putParam("x", "y").build().extraParams())
                .containsExactly(Map.entry("New-Param_1.2", "a b"), Map.entry("x", "y"));
        assertThat(request.extraParams()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a=b", "a&b", "a%20", "ü", "a\n"})
    void namesThatWouldNeedEncodingAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Probe.Builder().putParam(name, "x"))
                .withMessage("a parameter's name may have only letters, digits, '_', '-' and '.': '" + name + "'");
    }

    private static String query(Consumer<ParamWriter> parameters) {
        return written(Map.of(), false, parameters).query().toString();
    }

    private static EncodedParams written(
            Map<String, String> replaced, boolean omitEmpty, Consumer<ParamWriter> parameters) {
        var out = new ParamWriter(replaced, omitEmpty);
        parameters.accept(out);
        return out.finish();
    }
}
