using System.Text.Json;
using PimBot.Channel.Schema;

namespace PimBot.Playground.Channel;

/// <summary>What people do in the channel and what the bot does to their transcripts; everything shows on the page.</summary>
internal sealed class LocalChannel(ActivityFactory activities, BotClient bot, EventLog events, TimeProvider time)
{
    /// <summary>Installs the app for the person, once; a bot that does not take it is told again next time.</summary>
    public async Task OpenAsync(Conversation conversation, ClientContext client, CancellationToken cancellation)
    {
        if (!conversation.TryOpen())
        {
            return;
        }

        var installed = await bot.DeliverAsync(activities.Installed(conversation, client), cancellation);
        var added = await bot.DeliverAsync(activities.BotAdded(conversation, client), cancellation);
        if (!installed.IsSuccess || !added.IsSuccess)
        {
            conversation.Reopen();
            Note(conversation, (installed.IsSuccess ? added : installed).Failure);
        }
    }

    /// <summary>Sends a text; it is shown before the bot answers.</summary>
    public async Task SayAsync(
        Conversation conversation,
        ClientContext client,
        string text,
        CancellationToken cancellation
    )
    {
        var activity = activities.Message(conversation, client, text);
        Append(
            conversation,
            new TranscriptMessage(activity.Id!, MessageAuthor.Person, time.GetUtcNow()) { Text = text }
        );
        await DeliverAsync(conversation, activity, cancellation);
    }

    /// <summary>Sends a click and applies the answer to the clicked message.</summary>
    /// <returns>The clicked message afterwards; null when it is no longer there (nothing was sent).</returns>
    public async Task<TranscriptMessage?> ClickAsync(
        Conversation conversation,
        ClientContext client,
        string messageId,
        CardClick click,
        CancellationToken cancellation
    )
    {
        if (conversation.Transcript.Find(messageId) is not { } message)
        {
            return null;
        }

        if (click.Type == "Action.Submit")
        {
            var submit = activities.Submit(conversation, client, messageId, click.MergedData());
            await DeliverAsync(conversation, submit, cancellation);
            return message;
        }

        var execute = activities.Execute(conversation, client, messageId, click, click.MergedData());
        var answer = await bot.DeliverAsync(execute, cancellation);
        return Change(conversation, messageId, m => InvokeAnswerReader.Apply(m, answer, time.GetUtcNow()));
    }

    /// <summary>A message from the bot.</summary>
    /// <returns>The message's new id.</returns>
    public string Receive(Conversation conversation, Activity activity)
    {
        var id = "1:" + Guid.NewGuid().ToString("N");
        if (activity.Type == ActivityTypes.Typing)
        {
            events.Publish(new ChannelEvent("typing", conversation.PersonId));
        }
        else
        {
            Append(conversation, Fill(new TranscriptMessage(id, MessageAuthor.Bot, time.GetUtcNow()), activity));
        }

        return id;
    }

    /// <summary>The bot replaces one of its messages.</summary>
    /// <returns>False when it is not there.</returns>
    public bool Update(Conversation conversation, string messageId, Activity activity) =>
        OfBot(conversation, messageId)
        && Change(conversation, messageId, m => Fill(m, activity) with { EditedAt = time.GetUtcNow(), Notice = null })
            is not null;

    /// <summary>The bot takes one of its messages back.</summary>
    /// <returns>False when it is not there.</returns>
    public bool Delete(Conversation conversation, string messageId)
    {
        if (!OfBot(conversation, messageId) || !conversation.Transcript.Remove(messageId))
        {
            return false;
        }

        events.Publish(new ChannelEvent("removed", conversation.PersonId, Id: messageId));
        return true;
    }

    private static bool OfBot(Conversation conversation, string messageId) =>
        conversation.Transcript.Find(messageId)?.Author == MessageAuthor.Bot;

    private static TranscriptMessage Fill(TranscriptMessage message, Activity activity) =>
        message with
        {
            Text = activity.Text,
            TextFormat = activity.TextFormat,
            Cards =
            [
                .. (activity.Attachments ?? []).Select(a => new Card(
                    a.ContentType,
                    a.Content is null ? null : JsonSerializer.SerializeToElement(a.Content),
                    a.Name
                )),
            ],
        };

    private async Task DeliverAsync(Conversation conversation, Activity activity, CancellationToken cancellation)
    {
        var answer = await bot.DeliverAsync(activity, cancellation);
        if (!answer.IsSuccess)
        {
            Note(conversation, answer.Failure);
        }
    }

    private void Note(Conversation conversation, string text) =>
        Append(
            conversation,
            new TranscriptMessage("c:" + Guid.NewGuid().ToString("N"), MessageAuthor.Channel, time.GetUtcNow())
            {
                Text = text,
            }
        );

    private void Append(Conversation conversation, TranscriptMessage message)
    {
        conversation.Transcript.Append(message);
        events.Publish(new ChannelEvent("message", conversation.PersonId, message));
    }

    private TranscriptMessage? Change(
        Conversation conversation,
        string messageId,
        Func<TranscriptMessage, TranscriptMessage> change
    )
    {
        var changed = conversation.Transcript.Change(messageId, change);
        if (changed is not null)
        {
            events.Publish(new ChannelEvent("message", conversation.PersonId, changed));
        }

        return changed;
    }
}
