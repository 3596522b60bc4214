/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Interface of the library in halves/messages.c.  */

struct message;
struct queue;

typedef int filter (struct message *, void *);

struct queue_operations
{
  int (*put) (struct queue *, struct message *);
  int (*count) (const struct queue *);
};

extern int filter_messages (struct message **, unsigned long, filter *, void *);
extern int total (struct message *const *, unsigned long,
		  int (*) (const struct message *));
extern const struct queue_operations *queue_operations (void);
extern struct queue *queue_new (void);
