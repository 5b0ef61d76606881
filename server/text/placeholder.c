typedef int nb_layer_is_not_empty;
