package io.github.alimsg.examples.orders;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.MessageCategory;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signs people in by a one-time code. A code is worthless in minutes, so none is sent later, or a second time. */
@RestController
@RequestMapping("/sign-in")
class SignInController {
    private static final Logger LOG = LoggerFactory.getLogger(SignInController.class);

    private final DysmsInternationalClient sms;
    private final OneTimeCodes codes;

    SignInController(DysmsInternationalClient sms, OneTimeCodes codes) {
        this.sms = sms;
        this.codes = codes;
    }

    record Ask(String phone) {
        Ask {
            if (phone == null) {
                throw new IllegalArgumentException("there is no phone number");
            }
        }

        @Override
        public String toString() {
            return "Ask";
        }
    }

    record Answer(String code) {
        @Override
        public String toString() {
            return "Answer";
        }
    }

    /** Sends a code. Also when the reply is lost: the code may have arrived, and if not, the person asks again. */
    @PostMapping
    ResponseEntity<Map<String, String>> ask(@RequestBody Ask ask) {
        PhoneNumber phone = PhoneNumber.of(ask.phone());
        OneTimeCodes.Attempt attempt = codes.create();
        try {
            sms.sendMessageToGlobe(
                    m -> m.to(phone).message("Your code is " + attempt.code()).type(MessageCategory.OTP));
        } catch (SdkException e) {
            LOG.warn("Sign-in {}: {}", attempt.id(), e.getMessage());
            if (!e.mayHaveTakenEffect()) {
                throw e;
            }
        }
        return ResponseEntity.accepted().body(Map.of("attempt", attempt.id()));
    }

    @PostMapping("/{attempt}")
    ResponseEntity<Void> answer(@PathVariable String attempt, @RequestBody Answer answer) {
        boolean right = codes.accepts(attempt, answer.code());
        return ResponseEntity.status(right ? HttpStatus.NO_CONTENT : HttpStatus.UNAUTHORIZED)
                .build();
    }

    @ExceptionHandler
    ResponseEntity<String> noPhoneNumber(IllegalArgumentException e) {
        return ResponseEntity.badRequest().body(e.getMessage());
    }

    @ExceptionHandler({QuotaException.class, ThrottledException.class})
    ResponseEntity<String> tooMany(SdkException e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).body("Try again later.");
    }

    @ExceptionHandler
    ResponseEntity<String> notSent(SdkException e) {
        return ResponseEntity.status(HttpStatus.BAD_GATEWAY).body("No code was sent.");
    }
}
