// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post;

import io.github.alimsg.codegen.golden.post.model.CloseAccountRequest;
import io.github.alimsg.codegen.golden.post.model.GetLetterRequest;
import io.github.alimsg.codegen.golden.post.model.ListDrawersRequest;
import io.github.alimsg.codegen.golden.post.model.ListLettersRequest;
import io.github.alimsg.codegen.golden.post.model.ListParcelsRequest;
import io.github.alimsg.codegen.golden.post.model.ListRoomsRequest;
import io.github.alimsg.codegen.golden.post.model.MoveRoomRequest;
import io.github.alimsg.codegen.golden.post.model.SendLetterRequest;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The API: its endpoints and operations.
 */
final class PostClientProduct extends Product {
    PostClientProduct() {
        super(
                "Post",
                "2026-01-01",
                "Post office",
                "ap-southeast-1",
                Map.ofEntries(
                        Map.entry("ap-southeast-1", "post.ap-southeast-1.example.com"),
                        Map.entry("cn-beijing", "post.example.com")),
                Map.ofEntries(
                        Map.entry("cn-hangzhou", "post-vpc.cn-hangzhou.example.com")),
                "post.{region}.example.com");
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return Operations.ALL;
    }

    @Override
    public InputStream metadata() {
        return Objects.requireNonNull(PostClientProduct.class.getResourceAsStream("metadata.json"));
    }

    @Override
    public Map<String, ErrorKind> errorKinds() {
        return ErrorKinds.ALL;
    }

    @Override
    public Map<ErrorKind, Pattern> errorForms() {
        return ErrorForms.ALL;
    }

    @Override
    public Map<Duration, Pattern> quotaWindows() {
        return QuotaWindows.ALL;
    }

    @Override
    public Map<String, Pattern> homeNumbers() {
        return HomeNumbers.ALL;
    }

    /**
     * Loads the requests' classes only when all of them are needed.
     */
    private static final class Operations {
        static final List<Operation<?, ?>> ALL = List.of(
                CloseAccountRequest.OPERATION,
                GetLetterRequest.OPERATION,
                ListDrawersRequest.OPERATION,
                ListLettersRequest.OPERATION,
                ListParcelsRequest.OPERATION,
                ListRoomsRequest.OPERATION,
                MoveRoomRequest.OPERATION,
                SendLetterRequest.OPERATION);

        private Operations() {
        }
    }

    /**
     * Created when first asked for.
     */
    private static final class ErrorKinds {
        static final Map<String, ErrorKind> ALL = Map.ofEntries(
                Map.entry("Post.BadAddress", ErrorKind.VALIDATION),
                Map.entry("Post.Full", ErrorKind.QUOTA));

        private ErrorKinds() {
        }
    }

    /**
     * Created when first asked for.
     */
    private static final class ErrorForms {
        static final Map<ErrorKind, Pattern> ALL = Map.ofEntries(
                Map.entry(ErrorKind.BALANCE, Pattern.compile(".*_EMPTY|(?!OLD)EMPTY_.*")),
                Map.entry(ErrorKind.SERVER_FAULT, Pattern.compile("Fault.*")));

        private ErrorForms() {
        }
    }

    /**
     * Created when first asked for.
     */
    private static final class QuotaWindows {
        static final Map<Duration, Pattern> ALL = Map.ofEntries(
                Map.entry(Duration.parse("PT1H"), Pattern.compile("(?:(?<![0-9])([0-9]{1,3}) ?|/ ?)HOURS?(?![A-Z])")),
                Map.entry(Duration.parse("PT24H"), Pattern.compile("DAY|(?<![0-9])([0-9]{1,3}) ?每天")));

        private QuotaWindows() {
        }
    }

    /**
     * Created when first asked for.
     */
    private static final class HomeNumbers {
        static final Map<String, Pattern> ALL = Map.ofEntries(
                Map.entry("49", Pattern.compile("1[5-7][0-9]{9}")));

        private HomeNumbers() {
        }
    }
}
