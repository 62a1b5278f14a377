package io.github.alimsg.core.internal.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.error.AccessDenied;
import io.github.alimsg.core.http.HttpResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorReplyTest {
    private static final String DENIAL = """
            {"PolicyType": "AccountLevelIdentityBasedPolicy", "AuthPrincipalOwnerId": 10469733312,
             "AuthPrincipalType": "SubUser", "AuthPrincipalDisplayName": "2588", "NoPermissionType": "ImplicitDeny",
             "AuthAction": "cams:SendChatappMessage", "EncodedDiagnosticMessage": "AQEA"}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"Code":"X.Y","Message":"m","RequestId":"r"}
                    {"code":"X.Y","message":"m","requestId":"r"}
                    {"CODE":"X.Y","MESSAGE":"m","requestid":"r"}
                    {"Code":"X.Y","Description":"m","RequestId":"r"}
                    {"ErrorCode":"X.Y","ErrorMessage":"m","RequestId":"r"}
                    {"Code":"X.Y","msg":"m","RequestId":"r\\n"}
                    {"ResponseCode":"X.Y","ResponseDescription":"m","RequestId":" r "}
                    {"Code":"","ResponseCode":"X.Y","Message":null,"msg":"m","RequestId":"r"}
                    """)
    void jsonIsReadInEverySpelling(String json) {
        assertThat(read(json)).isEqualTo(new ErrorReply("X.Y", "m", "r", null, null, null, true));
    }

    @Test
    void codeIsLookedForWhereTheProductHasItFirst() {
        String json = "{\"Code\":\"A\",\"Message\":\"a\",\"ResponseCode\":\"B\",\"ResponseDescription\":\"b\"}";

        ErrorReply read = ErrorReply.of(reply(json), "ResponseCode", "ResponseDescription");

        assertThat(read.code()).isEqualTo("B");
        assertThat(read.message()).isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"Success":false}   | false
                    {"success":"false"} | false
                    {"Success":true}    | true
                    {"Success":"TRUE"}  | true
                    {"Success":null}    |
                    {"Success":""}      |
                    {}                  |
                    """)
    void successIsReadFromTextToo(String json, Boolean success) {
        assertThat(read(json).success()).isEqualTo(success);
    }

    @Test
    void codeMayBeANumber() {
        assertThat(read("{\"Code\":500}").code()).isEqualTo("500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Code\":{\"a\":1}}", "{\"Code\":[1]}", "{\"Code\":\"two words\"}", "{\"Code\":null}"})
    void onlyAShortWordIsACode(String json) {
        assertThat(read(json).code()).isNull();
        assertThat(read(json).structured()).isTrue();
    }

    @Test
    void textOfAnyLengthIsNotACode() {
        assertThat(read("{\"Code\":\"" + "x".repeat(121) + "\"}").code()).isNull();
        assertThat(read("{\"Code\":\"" + "x".repeat(120) + "\"}").code()).hasSize(120);
    }

    @Test
    void spaceAndByteOrderMarkBeforeTheAnswerDoNotMatter() {
        assertThat(read("\uFEFF \r\n{\"Code\":\"X\"}").code()).isEqualTo("X");
        assertThat(read("\n<Error><Code>X</Code></Error>").code()).isEqualTo("X");
    }

    @Test
    void denialIsReadFromAnObject() {
        assertDenial(read("{\"Code\":\"NoPermission\",\"AccessDeniedDetail\":" + DENIAL + "}"));
        assertDenial(read("{\"Code\":\"NoPermission\",\"accessDeniedDetail\":" + DENIAL + "}"));
    }

    @Test
    void denialIsReadFromJsonInsideText() {
        String text = DENIAL.replace("\"", "\\\"").replace("\n", "\\n");

        assertDenial(read("{\"Code\":\"NoPermission\",\"AccessDeniedDetail\":\"" + text + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"None\"",
                "\"无\"",
                "\"{}\"",
                "{}",
                "\"/\"",
                "\"\"",
                "null",
                "7",
                "[1]",
                "\"{cut\"",
                "{\"a\":{}}"
            })
    void otherDetailsAreNoDenial(String detail) {
        ErrorReply read = read("{\"Code\":\"X\",\"AccessDeniedDetail\":" + detail + "}");

        assertThat(read).isEqualTo(new ErrorReply("X", null, null, null, null, null, true));
    }

    @Test
    void xmlOfTheGatewayIsRead() {
        ErrorReply read = read("""
                <?xml version='1.0' encoding='UTF-8'?>
                <Error>
                  <RequestId>8906582E-6722</RequestId>
                  <HostId>cams.ap-southeast-1.aliyuncs.com</HostId>
                  <Code>InvalidOwnerId</Code>
                  <Message><![CDATA[a < b & c]]> &amp; d</Message>
                  <Recommend><![CDATA[https://api.aliyun.com/troubleshoot?q=InvalidOwnerId&product=cams]]></Recommend>
                </Error>
                """);

        assertThat(read)
                .isEqualTo(new ErrorReply(
                        "InvalidOwnerId",
                        "a < b & c & d",
                        "8906582E-6722",
                        null,
                        null,
                        "https://api.aliyun.com/troubleshoot?q=InvalidOwnerId&product=cams",
                        true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "Bad Gateway",
                "[{\"Code\":\"X\"}]",
                "{\"Code\":\"X\"",
                "{",
                "{]",
                "<",
                "<html><head><title>502 Bad Gateway</title></head><body><h1>502</h1><hr>nginx</body></html>",
                "<!DOCTYPE html><html><body><p>Code</p><br></body></html>",
                "<html><Code>X</Code></html>",
                "<Error><Message>no code</Message></Error>",
                "<Error></Error>",
                "<Error><Co"
            })
    void whatHasNoCodeToReadSaysNothing(String body) {
        assertThat(read(body)).isEqualTo(new ErrorReply(null, null, null, null, null, null, false));
    }

    @Test
    void bytesThatAreNoTextSayNothing() {
        byte[] noise = {(byte) 0x1f, (byte) 0x8b, 8, 0, (byte) 0xff, (byte) 0xfe, 0};

        assertThat(ErrorReply.of(new HttpResponse(502, List.of(), noise), "Code", "Message")
                        .structured())
                .isFalse();
    }

    @Test
    void whatCameBeforeTheCutOfXmlCounts() {
        assertThat(read("<Error><Code>InvalidOwnerId</Code><Message>cu").code()).isEqualTo("InvalidOwnerId");
    }

    @Test
    void entitiesOfADocumentTypeAreNotRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "root:x:0");

        ErrorReply read = read("<!DOCTYPE Error [<!ENTITY file SYSTEM \"" + secret.toUri() + "\">]>"
                + "<Error><Code>X</Code><Message>a&file;b</Message></Error>");

        assertThat(String.valueOf(read)).doesNotContain("root");
        assertThat(read.code()).isIn("X", null);
    }

    @Test
    void nothingIsFetchedForADocumentType() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";

            read("<!DOCTYPE Error SYSTEM \"" + url + "\" [<!ENTITY % p SYSTEM \"" + url + "\"> %p;"
                    + "<!ENTITY e SYSTEM \"" + url + "\">]><Error><Code>X</Code><Message>&e;</Message></Error>");

            server.setSoTimeout(1);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(server::accept))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void entitiesThatMultiplyDoNoHarm() {
        var types = new StringBuilder("<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            types.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }

        ErrorReply read = read("<!DOCTYPE Error [" + types + "]><Error><Code>X</Code><Message>&e39;</Message></Error>");

        assertThat(String.valueOf(read)).hasSizeLessThan(1_000);
    }

    @Test
    void deepNestingDoesNoHarm() {
        assertThat(read("{\"Code\":\"X\",\"Data\":" + "[".repeat(100_000)).structured())
                .isFalse();
        assertThat(read("<Error>" + "<a>".repeat(100_000)).structured()).isFalse();
    }

    private static void assertDenial(ErrorReply read) {
        assertThat(read.accessDenied())
                .isEqualTo(new AccessDenied(
                        "cams:SendChatappMessage",
                        "SubUser",
                        "AccountLevelIdentityBasedPolicy",
                        "ImplicitDeny",
                        "AQEA"));
    }

    private static ErrorReply read(String body) {
        return ErrorReply.of(reply(body), "Code", "Message");
    }

    private static HttpResponse reply(String body) {
        return new HttpResponse(400, List.of(), body.getBytes(UTF_8));
    }
}
