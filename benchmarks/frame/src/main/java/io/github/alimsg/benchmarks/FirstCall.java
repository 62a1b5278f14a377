package io.github.alimsg.benchmarks;

/** A process that makes one call and ends: the cost of a cold start is measured from outside. */
public final class FirstCall {
    private FirstCall() {}

    /** Arguments: class of the contender, port of the server. */
    public static void main(String[] args) throws Exception {
        Contender.Calls calls = Contender.of(args[0]).connect(Integer.parseInt(args[1]));
        if (!calls.send("order-1").equals(Replies.BIZ_ID)) {
            throw new IllegalStateException("not the answer");
        }
        System.out.println("answered");
        Runtime.getRuntime().halt(0);
    }
}
