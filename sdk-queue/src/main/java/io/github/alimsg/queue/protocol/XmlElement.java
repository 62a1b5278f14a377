package io.github.alimsg.queue.protocol;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element of a reply: its text, and the elements in it. Replies are small and flat, so everything else is refused:
 * document types and entities of their own, depth, many elements, long texts.
 */
final class XmlElement {
    /** The largest message of a queue. */
    static final int MAX_TEXT = 64 << 10;

    static final int MAX_ELEMENTS = 1_000;
    static final int MAX_DEPTH = 8;

    /** The JDK's own, whatever parser the application has; it makes a reader for each document. */
    private static final XMLInputFactory FACTORY = factory();

    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<XmlElement> children = new ArrayList<>();

    /** What was read is not a reply, by a rule of this class. */
    private static final class Refused extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    private XmlElement(String name) {
        this.name = name;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Reads a document.
     *
     * @param document its text
     * @return the root element
     * @throws IllegalArgumentException when it is not such a document; quotes nothing of it
     */
    static XmlElement read(String document) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(document));
            try {
                return root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) { // its message quotes
            throw new Refused("the reply is not well-formed XML");
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException e) { // parsers have thrown others for broken input
            throw new Refused("the reply is not XML: " + e.getClass().getSimpleName());
        }
    }

    private static XmlElement root(XMLStreamReader reader) throws XMLStreamException {
        List<XmlElement> open = new ArrayList<>();
        XmlElement root = null;
        int count = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var element = new XmlElement(reader.getLocalName());
                    if (++count > MAX_ELEMENTS || open.size() == MAX_DEPTH) {
                        throw new Refused("the reply has too many elements");
                    }
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.get(open.size() - 1).children.add(element);
                    }
                    open.add(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.get(open.size() - 1)
                                .add(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Refused("the reply has a document type or an entity of its own");
                default -> {} // comments, white space around the root
            }
        }
        if (root == null) {
            throw new Refused("the reply has no element");
        }
        return root;
    }

    private void add(char[] from, int start, int length) {
        if (length > MAX_TEXT - text.length()) {
            throw new Refused("the reply has a text of more than 64 KiB");
        }
        text.append(from, start, length);
    }

    String name() {
        return name;
    }

    List<XmlElement> children(String named) {
        return children.stream().filter(child -> child.name.equals(named)).toList();
    }

    /** The text of the first element with a name; null when there is none, or it is empty. */
    @Nullable
    String text(String named) {
        for (XmlElement child : children) {
            if (child.name.equals(named)) {
                String found = child.text.toString().strip();
                return found.isEmpty() ? null : found;
            }
        }
        return null;
    }

    /** The number in the first element with a name; the default when there is none. */
    long number(String named, long otherwise) {
        String found = text(named);
        try {
            return found == null ? otherwise : Long.parseLong(found);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
