#ifndef NB_LSP_RPC_H
#define NB_LSP_RPC_H

#include "lsp/json.h"

/* JSON-RPC 2.0 as LSP 3.17 narrows it: ids, error codes, and the promise of exactly one reply. */

struct nb_server;

typedef enum nb_error_code {
    NB_ERR_PARSE = -32700,
    NB_ERR_INVALID_REQUEST = -32600,
    NB_ERR_METHOD_NOT_FOUND = -32601,
    NB_ERR_INVALID_PARAMS = -32602,
    NB_ERR_INTERNAL = -32603,
    NB_ERR_NOT_INITIALIZED = -32002,
    NB_ERR_REQUEST_CANCELLED = -32800,
    NB_ERR_CONTENT_MODIFIED = -32801,
    NB_ERR_SERVER_CANCELLED = -32802,
    NB_ERR_REQUEST_FAILED = -32803,
} nb_error_code;

/*
 * The right to answer one request, once. A handler gets one and answers with one of the functions
 * below; whoever called the handler answers for it if it did not. A second answer is a bug of ours.
 */
typedef struct nb_reply {
    struct nb_server *server;
    nb_view id; /* the raw JSON value, echoed as it came: 1 is not "1", and no digit is lost */
    const char *method;
    bool is_open;
} nb_reply;

/* Begins a success; the caller writes exactly one JSON value into the buffer, then sends. */
nb_buf *nb_reply_begin(nb_reply *reply);
void nb_reply_send(nb_reply *reply);

void nb_reply_null(nb_reply *reply);
void nb_reply_error(nb_reply *reply, nb_error_code code, const char *message);

/* With the member data, which is JSON. */
void nb_reply_error_with(nb_reply *reply, nb_error_code code, const char *message,
                         const char *data);

/* Drops what nb_reply_begin began and answers with an error. */
void nb_reply_abandon(nb_reply *reply, nb_error_code code, const char *message);

/* The reply now belongs to the returned one (its id is copied to the heap): an answer for later. */
nb_reply nb_reply_keep(nb_reply *reply);
/* The id as a value, to compare others with; the caller deletes it. */
cJSON *nb_reply_id(const nb_reply *reply);

/* Frees what nb_reply_keep copied, after the answer. */
void nb_reply_forget(nb_reply *kept);

/* An error for a message that is no valid request; its id may be unknown (empty): null then. */
void nb_rpc_refuse(struct nb_server *server, nb_view id, nb_error_code code, const char *message);

/* Begins a notification: the caller writes the value of params, then sends. */
nb_buf *nb_rpc_notify(struct nb_server *server, const char *method);
void nb_rpc_send(struct nb_server *server);

/* ---- requests of ours ---- */

#define NB_RPC_WAITING_MAX 64u         /* further ones are not sent */
#define NB_RPC_TIMEOUT_MS (60u * 1000) /* after that an answer is no longer waited for */

/* result is NULL where the client answered with an error (then error is its object). */
typedef void nb_rpc_answer(struct nb_server *server, const cJSON *result, const cJSON *error);

typedef struct nb_rpc_waiting {
    uint32_t id;
    const char *method;
    uint64_t since_ms;
    nb_rpc_answer *answer; /* may be NULL */
} nb_rpc_waiting;

typedef struct nb_rpc_requests {
    nb_rpc_waiting items[NB_RPC_WAITING_MAX];
    uint32_t count;
    uint32_t last_id;
} nb_rpc_requests;

/* Begins a request: the caller writes params, then nb_rpc_send. NULL if too many are unanswered. */
nb_buf *nb_rpc_request(struct nb_server *server, const char *method, nb_rpc_answer *answer);

/* A message without a method: the answer to a request of ours, or to none. */
void nb_rpc_take_response(struct nb_server *server, const cJSON *message);

#endif
