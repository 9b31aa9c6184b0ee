package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The greatest flow through a network of whole numbers (最大流), by shortest ways in layers. Numbers are kept in 64 bits
 * where all sums fit, else as big ones; both are exact.
 */
final class Flow {
    private final int nodes;
    private final int[] firstEdge;
    private int[] next;
    private int[] target;
    private BigInteger[] wide;
    private long[] room = new long[0];
    private int edges;
    private final int[] layer;
    private final int[] open;
    private boolean isWide;

    Flow(int nodes, int edgesExpected) {
        this.nodes = nodes;
        firstEdge = new int[nodes];
        Arrays.fill(firstEdge, -1);
        next = new int[edgesExpected * 2];
        target = new int[edgesExpected * 2];
        wide = new BigInteger[edgesExpected * 2];
        layer = new int[nodes];
        open = new int[nodes];
    }

    void edge(int from, int to, BigInteger most) {
        half(from, to, most);
        half(to, from, BigInteger.ZERO);
    }

    private void half(int from, int to, BigInteger most) {
        if (edges == next.length) {
            next = Arrays.copyOf(next, edges * 2);
            target = Arrays.copyOf(target, edges * 2);
            wide = Arrays.copyOf(wide, edges * 2);
        }
        target[edges] = to;
        wide[edges] = most;
        next[edges] = firstEdge[from];
        firstEdge[from] = edges++;
    }

    /** The greatest flow; afterwards {@link #isReached} tells the source's side of a least cut. */
    BigInteger greatest(int source, int sink) {
        BigInteger all = BigInteger.ZERO;
        for (int e = firstEdge[source]; e >= 0; e = next[e]) {
            all = all.add(wide[e]);
        }
        isWide = all.bitLength() > 61;
        if (!isWide) {
            // No edge can carry more than the source gives.
            room = new long[edges];
            for (int e = 0; e < edges; e++) {
                room[e] = wide[e].min(all).longValueExact();
            }
        }
        BigInteger flow = BigInteger.ZERO;
        while (layers(source, sink)) {
            System.arraycopy(firstEdge, 0, open, 0, nodes);
            flow = flow.add(isWide ? push(source, sink, all) : BigInteger.valueOf(push(source, sink, all.longValue())));
        }
        return flow;
    }

    boolean isReached(int node) {
        return layer[node] >= 0;
    }

    private boolean isOpen(int edge) {
        return isWide ? wide[edge].signum() > 0 : room[edge] > 0;
    }

    private boolean layers(int source, int sink) {
        Arrays.fill(layer, -1);
        int[] queue = new int[nodes];
        int filled = 1;
        queue[0] = source;
        layer[source] = 0;
        for (int at = 0; at < filled; at++) {
            int node = queue[at];
            for (int e = firstEdge[node]; e >= 0; e = next[e]) {
                if (layer[target[e]] < 0 && isOpen(e)) {
                    layer[target[e]] = layer[node] + 1;
                    queue[filled++] = target[e];
                }
            }
        }
        return layer[sink] >= 0;
    }

    private long push(int node, int sink, long most) {
        if (node == sink) {
            return most;
        }
        long pushed = 0;
        for (; open[node] >= 0; open[node] = next[open[node]]) {
            int e = open[node];
            if (room[e] > 0 && layer[target[e]] == layer[node] + 1) {
                long now = push(target[e], sink, Math.min(most - pushed, room[e]));
                room[e] -= now;
                room[e ^ 1] += now;
                pushed += now;
                if (pushed == most) {
                    return pushed;
                }
            }
        }
        return pushed;
    }

    private BigInteger push(int node, int sink, BigInteger most) {
        if (node == sink) {
            return most;
        }
        BigInteger pushed = BigInteger.ZERO;
        for (; open[node] >= 0; open[node] = next[open[node]]) {
            int e = open[node];
            if (wide[e].signum() > 0 && layer[target[e]] == layer[node] + 1) {
                BigInteger now = push(target[e], sink, most.subtract(pushed).min(wide[e]));
                wide[e] = wide[e].subtract(now);
                wide[e ^ 1] = wide[e ^ 1].add(now);
                pushed = pushed.add(now);
                if (pushed.equals(most)) {
                    return pushed;
                }
            }
        }
        return pushed;
    }
}
