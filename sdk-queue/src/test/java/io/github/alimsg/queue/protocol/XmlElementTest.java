package io.github.alimsg.queue.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class XmlElementTest {
    private static final String SECRET = "6281234567890";
    private static final String MESSAGES = """
            <?xml version="1.0" encoding="utf-8"?>
            <Messages xmlns="http://mns.aliyuncs.com/doc/v1/">
              <Message><MessageId>A-1</MessageId><ReceiptHandle>1-a+b/c==</ReceiptHandle>
                <MessageBody>a&amp;b&#x41;<![CDATA[<c>]]></MessageBody><New><Deep>1</Deep></New></Message>
              <!-- 6281234567890 --><Message><MessageId>A-2</MessageId></Message>
            </Messages>
            """;
    private static final int SAMPLES = 2_000;
    private static final int MANY_SAMPLES = 300_000;

    @Test
    void elementsAndTheirTextsAreRead() {
        XmlElement root = XmlElement.read(MESSAGES);

        assertThat(root.name()).isEqualTo("Messages");
        assertThat(root.children("Message")).hasSize(2);
        XmlElement first = root.children("Message").get(0);
        assertThat(first.text("ReceiptHandle")).isEqualTo("1-a+b/c==");
        assertThat(first.text("MessageBody")).isEqualTo("a&bA<c>");
        assertThat(first.text("Absent")).isNull();
        assertThat(first.number("MessageId", 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/p'>%p;]><a/>",
                "<!DOCTYPE a><a/>",
                "<a>&undeclared;</a>"
            })
    void aDocumentTypeAndEntitiesOfItsOwnAreRefused(String document) {
        assertThatIllegalArgumentException().isThrownBy(() -> XmlElement.read(document));
    }

    @Test
    void anXmlBombIsRefused() {
        var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY x" + i + " \"&x" + (i - 1) + ";&x" + (i - 1) + ";\">");
        }
        bomb.append("]><Messages><Message><MessageBody>&x29;</MessageBody></Message></Messages>");

        assertThatIllegalArgumentException().isThrownBy(() -> XmlElement.read(bomb.toString()));
    }

    @Test
    void aMessageOf64KiBIsReadAndALargerOneIsRefused() {
        String most = "x".repeat(XmlElement.MAX_TEXT);

        assertThat(XmlElement.read("<M><B>" + most + "</B></M>").text("B")).hasSize(65_536);
        assertThatIllegalArgumentException().isThrownBy(() -> XmlElement.read("<M><B>x" + most + "</B></M>"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XmlElement.read("<M><B>" + "<![CDATA[x]]>&amp;".repeat(33_000) + "</B></M>"));
    }

    @Test
    void depthAndNumberOfElementsAreBounded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XmlElement.read("<a>".repeat(9) + "</a>".repeat(9)))
                .withMessage("the reply has too many elements");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XmlElement.read("<a>" + "<b/>".repeat(1_000) + "</a>"))
                .withMessage("the reply has too many elements");
        assertThat(XmlElement.read("<a>" + "<b/>".repeat(999) + "</a>").children("b"))
                .hasSize(999);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "<a>", "<a></b>", "a<b/>", "<a/><b/>", "<a b=1/>", "<html><p>6281234567890<br></html>"
            })
    void whatIsNotXmlIsRefusedAndNotQuoted(String document) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XmlElement.read(document))
                .withMessageNotContaining(SECRET)
                .withNoCause();
    }

    /** Whatever comes: an element, or one kind of exception that quotes nothing. */
    @Test
    void anythingIsReadOrRefused() {
        anythingIsReadOrRefused(new Random(18), SAMPLES);
    }

    @Test
    @Tag("long")
    @Timeout(600)
    void muchMoreIsReadOrRefused() {
        anythingIsReadOrRefused(new Random(19), MANY_SAMPLES);
    }

    private static void anythingIsReadOrRefused(Random random, int samples) {
        int read = 0;
        for (int i = 0; i < samples; i++) {
            String document = mutated(random);
            try {
                assertThat(XmlElement.read(document).name()).isNotNull();
                read++;
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageNotContaining(SECRET).hasNoCause();
            }
        }
        assertThat(read).as("documents that are still XML").isBetween(samples / 100, samples * 99 / 100);
    }

    private static String mutated(Random random) {
        List<String> pieces = List.of(
                "<",
                ">",
                "</Message>",
                "<Message>",
                "&",
                "&#0;",
                "&#x110000;",
                "]]>",
                "<![CDATA[",
                "<!--",
                "--",
                "<?x",
                "?>",
                "<!DOCTYPE a>",
                "<!ENTITY x 'y'>",
                "\u0000",
                "\uFFFF",
                "\uD800",
                "\uD83D\uDE00",
                "xmlns:a='b'",
                "a:b",
                "'",
                "\"");
        var document = new StringBuilder(MESSAGES);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(document.length());
            switch (random.nextInt(4)) {
                case 0 -> document.delete(at, Math.min(document.length() - 1, at + random.nextInt(10)));
                case 1 -> document.insert(at, pieces.get(random.nextInt(pieces.size())));
                case 2 -> document.setCharAt(at, (char) random.nextInt(256));
                default ->
                    document.insert(at, document.substring(at, Math.min(document.length(), at + random.nextInt(200))));
            }
        }
        return document.toString();
    }
}
