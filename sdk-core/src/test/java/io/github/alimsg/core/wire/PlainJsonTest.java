package io.github.alimsg.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainJsonTest {
    @Test
    void plainValuesBecomeJsonInTheirOrder() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("z", "a \"b\"\n");
        value.put("a", Arrays.asList(1, true, null, new BigDecimal("1E+3"), Map.of()));

        assertThat(StructureWriter.json(value)).isEqualTo("{\"z\":\"a \\\"b\\\"\\n\",\"a\":[1,true,null,1000,{}]}");
        assertThat(StructureWriter.json(null)).isEqualTo("null");
        assertThat(StructureWriter.json("小")).isEqualTo("\"小\"");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> StructureWriter.json(List.of(new Object())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
