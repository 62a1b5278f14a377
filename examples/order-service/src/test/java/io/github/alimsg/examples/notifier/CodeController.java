package io.github.alimsg.examples.notifier;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.MessageCategory;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One-time codes over HTTP. */
@RestController
class CodeController {
    private static final Logger LOG = LoggerFactory.getLogger(CodeController.class);

    record Ask(String phone) {}

    record Check(String otpId, String code) {}

    private record Pending(String code, @Nullable String messageId) {}

    private final DysmsInternationalClient sms;
    private final String from;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    CodeController(DysmsInternationalClient sms, @Value("${otp.from}") String from) {
        this.sms = sms;
        this.from = from;
    }

    @PostMapping("/otp")
    ResponseEntity<?> send(@RequestBody Ask ask) {
        PhoneNumber to;
        try {
            to = PhoneNumber.of(ask.phone());
        } catch (IllegalArgumentException e) {
            return ResponseEntity.badRequest().body(Map.of("error", "no phone number"));
        }
        String id = UUID.randomUUID().toString();
        String code = String.valueOf(100_000 + random.nextInt(900_000));
        try {
            var sent = sms.sendMessageToGlobe(m -> m.to(to)
                    .from(from)
                    .message("Kode OTP Anda: " + code)
                    .type(MessageCategory.OTP)
                    .taskId(id)
                    .validityPeriod(300L));
            pending.put(id, new Pending(code, sent.messageId()));
            return ResponseEntity.ok(Map.of("otpId", id));
        } catch (QuotaException | ThrottledException e) {
            return ResponseEntity.status(429).body(Map.of("error", "too many"));
        } catch (SdkException e) {
            LOG.warn("otp {}: {}", id, e.getMessage());
            if (e.mayHaveTakenEffect()) {
                pending.put(id, new Pending(code, null));
                return ResponseEntity.accepted().body(Map.of("otpId", id));
            }
            return ResponseEntity.status(502).body(Map.of("error", "not sent"));
        }
    }

    @PostMapping("/otp/verify")
    ResponseEntity<?> verify(@RequestBody Check check) {
        Pending p = pending.get(check.otpId());
        boolean ok = p != null && p.code().equals(check.code());
        if (p != null && p.messageId() != null) {
            sms.async(c -> c.smsConversion(r -> r.messageId(p.messageId()).delivered(ok)))
                    .whenComplete((r, e) -> {
                        if (e != null) {
                            LOG.warn("conversion of {} not reported: {}", check.otpId(), e.getMessage());
                        }
                    });
        }
        if (ok) {
            pending.remove(check.otpId());
        }
        return ResponseEntity.status(ok ? 200 : 401).body(Map.of("verified", ok));
    }
}
