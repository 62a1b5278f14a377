package io.github.alimsg.examples.kotlin

import io.github.alimsg.core.error.CallInterruptedException
import io.github.alimsg.core.error.Delivery
import io.github.alimsg.core.error.Disposition
import io.github.alimsg.core.error.SdkException
import io.github.alimsg.core.error.TransportException
import io.github.alimsg.dysms.international.DysmsInternationalClient
import io.github.alimsg.dysms.international.model.SendMessageToGlobeRequest
import io.github.alimsg.dysms.international.model.SendMessageToGlobeResponse
import io.github.alimsg.testing.FakeCloud
import java.time.Duration
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.runInterruptible
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout

private val request: SendMessageToGlobeRequest = build()

private fun build(): SendMessageToGlobeRequest {
    // snippet: kotlin-builder
    val request = SendMessageToGlobeRequest.builder()
        .to("6281234567890")
        .message("Your parcel has arrived.")
        .build()
    // end
    return request
}

private fun first(sms: DysmsInternationalClient): String {
    // snippet: kotlin-call
    val sent = sms.sendMessageToGlobe { it.to("6281234567890").message("Your parcel has arrived.") }
    val id: String = sent.messageId() ?: "the service named none"
    // end
    return id
}

private fun outcome(sms: DysmsInternationalClient): String {
    // snippet: kotlin-errors
    val outcome = try {
        "accepted as ${sms.sendMessageToGlobe(request).messageId()}"
    } catch (e: SdkException) {
        when (Disposition.of(e)) {
            Disposition.NOT_SENT -> "not sent: send again later"
            Disposition.REFUSED -> "refused: correct it"
            Disposition.UNKNOWN -> "perhaps sent: look it up before sending again"
        }
    }
    // end
    return outcome
}

// snippet: kotlin-send
suspend fun send(sms: DysmsInternationalClient, request: SendMessageToGlobeRequest): SendMessageToGlobeResponse =
    withContext(NonCancellable) { // around, not beside: the result reaches a caller that was cancelled
        withContext(Dispatchers.IO) { sms.sendMessageToGlobe(request) }
    }
// end

/** What most people write; a caller that is cancelled learns nothing. */
private suspend fun naive(sms: DysmsInternationalClient): SendMessageToGlobeResponse =
    withContext(Dispatchers.IO) { sms.sendMessageToGlobe(request) }

private suspend fun beside(sms: DysmsInternationalClient): SendMessageToGlobeResponse =
    withContext(NonCancellable + Dispatchers.IO) { sms.sendMessageToGlobe(request) }

private suspend fun interruptible(sms: DysmsInternationalClient): SendMessageToGlobeResponse =
    runInterruptible(Dispatchers.IO) { sms.sendMessageToGlobe(request) }

/** Cancels a send while its reply is on the way, and returns what its caller learnt. */
private fun cancelled(
    cloud: FakeCloud,
    sms: DysmsInternationalClient,
    send: suspend (DysmsInternationalClient) -> SendMessageToGlobeResponse,
): Any? = runBlocking {
    var learnt: Any? = null
    val arrived = CompletableDeferred<Unit>()
    cloud.onRequest { arrived.complete(Unit) }
    val job = launch {
        try {
            learnt = send(sms)
        } catch (e: SdkException) {
            learnt = e
        }
    }
    withTimeout(10_000) { arrived.await() }
    job.cancel()
    job.join()
    learnt
}

fun main() {
    FakeCloud.start().use { cloud ->
        cloud.configure(DysmsInternationalClient.builder()).build().use { sms ->
            println(first(sms))
            println(outcome(sms))

            cloud.`when`("SendMessageToGlobe").thenDelay(Duration.ofMillis(200))
            check(cancelled(cloud, sms, ::naive) == null)
            check(cancelled(cloud, sms, ::beside) == null)
            val interrupted = cancelled(cloud, sms, ::interruptible)
            check(interrupted is CallInterruptedException && interrupted.delivery() == Delivery.UNKNOWN)
            check(cancelled(cloud, sms) { send(it, request) } is SendMessageToGlobeResponse)

            cloud.`when`("SendMessageToGlobe").thenCutAfterRequest()
            val failure = cancelled(cloud, sms) { send(it, request) }
            check(failure is TransportException && failure.delivery() == Delivery.UNKNOWN)
            println("a cancelled caller learnt the outcome")
        }
    }
}
