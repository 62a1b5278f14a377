package io.github.alimsg.examples.notifier;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A smaller application, of which all that concerns the SDK is {@link Receipts} and its properties. */
@SpringBootApplication
class NotifierApplication {}
