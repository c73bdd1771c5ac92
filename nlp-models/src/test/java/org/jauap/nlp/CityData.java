package org.jauap.nlp;

import java.util.List;

/** A part of the product's data that trains in seconds: a city's own matters, and the special labels. */
public final class CityData {

    private static final List<String> INTENTS = List.of("garbage", "heating", "potholes", "stray-animals", "street-lighting", "snow-removal");

    private static TrainingData data;
    private static Classifier classifier;

    private CityData() {
    }

    /** Six intents of akimat. */
    public static synchronized TrainingData data() {
        if (data == null) {
            data = TrainingData.builtIn().about(INTENTS.stream().map(intent -> new Label("akimat", intent)).toList());
        }
        return data;
    }

    /** A classifier of {@link #data}, trained once for all tests. */
    public static synchronized Classifier classifier() {
        if (classifier == null) {
            classifier = Training.train(data());
        }
        return classifier;
    }

}
