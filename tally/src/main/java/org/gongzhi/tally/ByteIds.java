package org.gongzhi.tally;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ids as bytes, numbered in the order in which they came (编号表). Looks an id up without making a text of it. */
final class ByteIds {
    private byte[] store = new byte[1024];
    private int[] ends = new int[64];
    /** An id of at most seven bytes is its key; of a longer one the key is only a hash. */
    private long[] keys = new long[64];

    private int[] table = new int[128];
    private int size;

    int size() {
        return size;
    }

    /** The number of the id, or -1. */
    int find(byte[] bytes, int from, int to) {
        long key = key(bytes, from, to);
        int mask = table.length - 1;
        for (int slot = slot(key) & mask; table[slot] != 0; slot = (slot + 1) & mask) {
            int id = table[slot] - 1;
            if (keys[id] == key && (key >= 0 || Arrays.equals(store, start(id), ends[id], bytes, from, to))) {
                return id;
            }
        }
        return -1;
    }

    /** Adds an id and returns its number; -1 if it was there already. */
    int add(byte[] bytes, int from, int to) {
        long key = key(bytes, from, to);
        int mask = table.length - 1;
        int slot = slot(key) & mask;
        while (table[slot] != 0) {
            int id = table[slot] - 1;
            if (keys[id] == key && (key >= 0 || Arrays.equals(store, start(id), ends[id], bytes, from, to))) {
                return -1;
            }
            slot = (slot + 1) & mask;
        }
        int begin = size == 0 ? 0 : ends[size - 1];
        int length = to - from;
        if (begin + length > store.length) {
            store = Arrays.copyOf(store, Math.max(begin + length, store.length * 2));
        }
        System.arraycopy(bytes, from, store, begin, length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
        }
        ends[size] = begin + length;
        keys[size] = key;
        table[slot] = ++size;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    int add(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return add(bytes, 0, bytes.length);
    }

    private int start(int id) {
        return id == 0 ? 0 : ends[id - 1];
    }

    private void grow() {
        int[] wider = new int[table.length * 2];
        int mask = wider.length - 1;
        for (int id = 0; id < size; id++) {
            int slot = slot(keys[id]) & mask;
            while (wider[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            wider[slot] = id + 1;
        }
        table = wider;
    }

    /** The bytes themselves with their number in front where they are few, else a hash below 0. */
    private static long key(byte[] bytes, int from, int to) {
        int length = to - from;
        long key = 0;
        if (length <= 7) {
            for (int i = from; i < to; i++) {
                key = (key << 8) | (bytes[i] & 0xFF);
            }
            return key | ((long) length << 56);
        }
        for (int i = from; i < to; i++) {
            key = key * 31 + bytes[i];
        }
        return key | Long.MIN_VALUE;
    }

    /** Spread, so that ids that differ in one digit do not stand in one row of the table. */
    private static int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 33);
    }
}
