package io.github.alimsg.it.receipt;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.alimsg.core.receipt.MalformedReceiptException;
import io.github.alimsg.core.receipt.Receipt;
import io.github.alimsg.core.receipt.ReceiptPart;
import io.github.alimsg.core.receipt.Receipts;
import java.lang.reflect.Method;

/** Whatever bytes are posted, they are receipts or a {@link MalformedReceiptException}. */
class ReceiptFuzzTest {
    @FuzzTest
    void anyBytesAreReceiptsOrMalformed(byte[] body) throws IllegalAccessException {
        for (Parsers.Parser parser : Parsers.ALL) {
            try {
                for (ReceiptPart part : parser.parse(body)) {
                    readEverything(part);
                }
            } catch (MalformedReceiptException e) {
                e.place().length();
            }
        }
        for (Receipts receipts : Parsers.DISPATCHERS) {
            for (Exception failure : receipts.handle(body).failures()) {
                if (!(failure instanceof MalformedReceiptException)) {
                    throw new AssertionError("a failure of another kind", failure);
                }
            }
        }
    }

    private static void readEverything(ReceiptPart part) throws IllegalAccessException {
        for (Method accessor : part.getClass().getMethods()) {
            if (accessor.getParameterCount() == 0 && ReceiptPart.class.isAssignableFrom(accessor.getDeclaringClass())) {
                try {
                    accessor.invoke(part);
                } catch (java.lang.reflect.InvocationTargetException e) {
                    throw new AssertionError(accessor + " throws", e.getCause());
                }
            }
        }
        part.raw("");
        part.raw("/0/Message/a/0");
        if (part instanceof Receipt receipt
                && receipt.key() != null
                && receipt.key().length() > 60) {
            throw new AssertionError("a key that grows");
        }
    }
}
