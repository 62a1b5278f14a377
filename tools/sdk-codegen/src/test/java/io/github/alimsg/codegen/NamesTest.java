package io.github.alimsg.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.codegen.model.JavaNames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of the wire become names that a Java developer expects. */
class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "CustSpaceId, custSpaceId",
        "URL, url",
        "OSSKey, ossKey",
        "WABAId, wabaId",
        "dyncParams, dyncParams",
        "SmsSendDetailDTOs, smsSendDetailDTOs",
        "IDs, ids",
        "X, x",
        "class, class_",
        "Class, class_",
        "GetClass, getClass_",
        "RequestId, requestId_",
        "Builder, builder_",
        "2Fast, _2Fast",
        "Foo-Bar, fooBar",
        "Tag.1, tag1",
        "-x, x",
        "_, ''",
        "-, ''",
        "a$b, aB",
    })
    void members(String wire, String java) {
        assertThat(JavaNames.member(wire, false)).isEqualTo(java);
    }

    @ParameterizedTest
    @CsvSource({"RequestId, requestId", "RawJson, rawJson", "Class, class_", "Builder, builder_"})
    void membersOfObjectsInsideOfRequestsAndResponses(String wire, String java) {
        assertThat(JavaNames.member(wire, true)).isEqualTo(java);
    }

    @ParameterizedTest
    @CsvSource({
        "Detail, Details",
        "Details, Details",
        "Factory, Factories",
        "Key, Keys",
        "Box, Boxes",
        "Address, Addresses",
        "Status, Statuses",
    })
    void plurals(String singular, String plural) {
        assertThat(JavaNames.plural(singular)).isEqualTo(plural);
    }

    @ParameterizedTest
    @CsvSource({
        "sendSms, SendSms",
        "2Fast, Type2Fast",
        "_Name, Name",
        "名字, Type名字",
        "Foo-bar, FooBar",
        "-, ''",
    })
    void types(String wire, String java) {
        assertThat(JavaNames.type(wire)).isEqualTo(java);
    }

    @ParameterizedTest
    @CsvSource({
        "Buttons, Button",
        "Categories, Category",
        "Addresses, Address",
        "Boxes, Box",
        "Statuses, Status",
        "Status, Status",
        "SenderList, Sender",
        "SignFileList, SignFile",
        "Responses, Response",
        "Data, Data",
        "List, List",
        "DTOs, DTO",
        "Ids, Id",
        "Analysis, Analysis",
    })
    void singulars(String plural, String singular) {
        assertThat(JavaNames.singular(plural)).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, DAILY",
        "halfHour, HALF_HOUR",
        "undelivered, UNDELIVERED",
        "en_US, EN_US",
        "zh-CN, ZH_CN",
        "URLType, URL_TYPE",
        "tier1K, TIER1_K",
        "1, 1",
    })
    void constants(String value, String constant) {
        assertThat(JavaNames.constant(value)).isEqualTo(constant);
    }
}
