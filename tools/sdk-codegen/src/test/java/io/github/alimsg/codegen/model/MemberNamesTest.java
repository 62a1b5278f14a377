package io.github.alimsg.codegen.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.codegen.model.TypeModel.Kind;
import io.github.alimsg.codegen.model.TypeModel.Scalar;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of fields say what they hold, and not how the vendor's programs hold it. */
class MemberNamesTest {
    private static final TypeModel TEXT = new Scalar(Kind.TEXT, true);
    private static final TypeModel TEXTS = new TypeModel.Items(TEXT);
    private static final TypeModel OBJECT = new TypeModel.Struct("Some");

    @ParameterizedTest
    @CsvSource({
        "CardSendDetailDTO, cardSendDetail",
        "UserVO, user",
        "UserVOs, users",
        "DTO, dto",
        "CVO, cvo",
        "AdminIDCardNo, adminIdCardNo",
        "InReplyToRcsID, inReplyToRcsId",
        "userIDs, userIds",
        "OSSKey, ossKey",
        "iOSVersion, iOsVersion",
        "EventList, eventList",
        "ExtendInfoJson, extendInfoJson",
    })
    void namesOfObjectsAndTexts(String wire, String java) {
        assertThat(MemberNames.of(wire, OBJECT, false, true, Set.of())).isEqualTo(java);
    }

    @ParameterizedTest
    @CsvSource({
        "SignFileList, signFiles",
        "CategoryList, categories",
        "StatusList, statuses",
        "Tag, tag",
        "Tags, tags",
        "SenderDTOList, senders",
        "PhoneNumberJson, phoneNumbers",
        "FactorysJSON, factorys",
        "List, list",
        "BlackList, blackList",
        "FailedList, failedList",
        "RowDataList, rowDataList",
    })
    void namesOfLists(String wire, String java) {
        assertThat(MemberNames.of(wire, TEXTS, false, true, Set.of())).isEqualTo(java);
    }

    @ParameterizedTest
    @CsvSource({"SmsSendDetailDTO, smsSendDetails", "FileUrl, fileUrls", "Templates, templates", "SignList, signs"})
    void namesOfListsWhoseNameIsThatOfAnItem(String wire, String java) {
        assertThat(MemberNames.of(wire, TEXTS, true, true, Set.of())).isEqualTo(java);
    }

    @Test
    void aListAndAMapInATextAreNotCalledJson() {
        assertThat(MemberNames.of("PhoneNumberJson", new TypeModel.JsonList(), false, false, Set.of()))
                .isEqualTo("phoneNumbers");
        assertThat(MemberNames.of("ExtendInfoJson", new TypeModel.JsonMap(), false, false, Set.of()))
                .isEqualTo("extendInfo");
        assertThat(MemberNames.of("TemplateParamJson", TEXT, false, false, Set.of()))
                .isEqualTo("templateParamJson");
    }

    @Test
    void aFieldWithThatNameAlreadyKeepsIt() {
        assertThat(MemberNames.of("TagList", TEXTS, false, false, Set.of("Tags")))
                .isEqualTo("tagList");
        assertThat(MemberNames.of("UserDTO", OBJECT, false, false, Set.of("user")))
                .isEqualTo("userDTO");
    }
}
