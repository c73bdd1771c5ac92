package org.jauap.understanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jauap.StartupProblem;
import org.jauap.agency.Catalogue;
import org.jauap.agency.Intent;
import org.jauap.nlp.Classification;
import org.jauap.nlp.Classifier;
import org.jauap.nlp.InvalidDataException;
import org.jauap.nlp.Label;
import org.jauap.nlp.Language;
import org.jauap.nlp.Training;
import org.jauap.nlp.TrainingData;
import org.jauap.settings.ConfigFolder;
import org.jauap.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The model in use: found in the models' folder under the fingerprint of the data it comes from, trained there
 * when it isn't. Only what the catalogue has can come out of it. That happens after everything else has been set up and
 * before anything starts to work: whatever else is wrong is told before the training.
 */
@Component
public class Model implements Understander, SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(Model.class);

	private final Path folder;

	private final Timer timer;

	/** Until the classifier is there; it takes a lot of memory. */
	private @Nullable TrainingData data;

	private @Nullable Classifier classifier;

	Model(Catalogue catalogue, ConfigFolder config, Settings settings, MeterRegistry metrics) {
		this.data = data(catalogue, config);
		this.folder = settings.modelsDir();
		this.timer = Timer.builder("jauap.classification").publishPercentiles(0.5, 0.99).register(metrics);
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.data != null) {
			this.classifier = find(this.data, this.folder);
			this.data = null;
		}
	}

	@Override
	public Classification understand(String text, @Nullable Language language) {
		return this.timer.record(() -> classifier().classify(text, language));
	}

	/** Names the data and the method that the model comes from. */
	public String version() {
		return classifier().version();
	}

	private Classifier classifier() {
		return Objects.requireNonNull(this.classifier, "the start is not over");
	}

	private static TrainingData data(Catalogue catalogue, ConfigFolder config) {
		List<Label> labels = catalogue.intents().stream().map(Intent::label).toList();
		try {
			TrainingData data = TrainingData.builtIn();
			if (config.path().isPresent()) {
				data = data.with(config.path().get());
			}
			refuseUnknown(labels, data);
			return data.about(labels);
		}
		catch (InvalidDataException ex) {
			throw new StartupProblem(ex.getMessage(), ex);
		}
	}

	/** An intent that no message and no concept speaks of could never be recognised. */
	private static void refuseUnknown(List<Label> labels, TrainingData data) {
		labels.stream().filter(label -> !data.speaksOf(label)).findFirst().ifPresent(label -> {
			throw new StartupProblem("catalogue.yaml: intent '" + label
					+ "' is unknown to the classifier: correct its code, or add messages in CONFIG_DIR/intents/<language>/"
					+ label + ".txt");
		});
	}

	private static Classifier find(TrainingData data, Path folder) {
		Path file = folder.resolve(data.fingerprint().substring(0, 16) + ".bin");
		if (Files.exists(file)) {
			try {
				return Classifier.load(file);
			}
			catch (IOException ex) {
				LOG.warn("The model {} is broken and is trained anew: {}", file, ex.getMessage());
			}
		}
		return train(data, file);
	}

	private static Classifier train(TrainingData data, Path file) {
		LOG.info("Training the model from {} messages, once; this takes up to a minute …", data.messages().size());
		long start = System.nanoTime();
		Classifier trained = Training.train(data);
		try {
			Files.createDirectories(file.getParent());
			trained.save(file);
		}
		catch (IOException ex) {
			LOG.warn("The trained model can't be kept in {} and will be trained again at the next start: {}", file,
					ex.toString());
		}
		LOG.info("Model trained in {} s", Duration.ofNanos(System.nanoTime() - start).toSeconds());
		return trained;
	}

}
