package io.github.alimsg.examples;

import io.github.alimsg.dysms.SmsLength;
import io.github.alimsg.dysms.SmsText;

/** Shows what makes a text expensive. */
public final class MessageLengths {
    private MessageLengths() {}

    /**
     * Prints the length of a text, and what it would be in plain characters.
     *
     * @param arguments the text, or none
     */
    public static void main(String... arguments) {
        String text = arguments.length == 0
                ? "Your parcel’s here – please bring your passport. We’re open until 9 p.m. at 12 Harbour Street."
                : String.join(" ", arguments);
        System.out.println(report(text));
    }

    static String report(String text) {
        SmsLength length = SmsLength.international(text);
        SmsLength plain = SmsLength.international(SmsText.plain(text));
        return length.segments() + " segments because of " + length.culprits() + ", in plain characters "
                + plain.segments();
    }
}
