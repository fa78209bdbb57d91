namespace PimBot.Playground.Channel;

/// <summary>The lines of one conversation, oldest first, at most <see cref="Limit"/>: the oldest make room.</summary>
internal sealed class Transcript
{
    public const int Limit = 500;

    private readonly Lock gate = new();
    private readonly LinkedList<TranscriptMessage> lines = [];
    private readonly Dictionary<string, LinkedListNode<TranscriptMessage>> byId = new(StringComparer.Ordinal);

    public void Append(TranscriptMessage message)
    {
        lock (gate)
        {
            byId.Add(message.Id, lines.AddLast(message));
            if (lines.Count > Limit)
            {
                byId.Remove(lines.First!.Value.Id);
                lines.RemoveFirst();
            }
        }
    }

    /// <summary>Changes a line where it stands.</summary>
    /// <returns>The changed line; null when there is none with this id.</returns>
    public TranscriptMessage? Change(string id, Func<TranscriptMessage, TranscriptMessage> change)
    {
        lock (gate)
        {
            return byId.TryGetValue(id, out var node) ? node.Value = change(node.Value) : null;
        }
    }

    /// <returns>False when there is no line with this id.</returns>
    public bool Remove(string id)
    {
        lock (gate)
        {
            if (!byId.Remove(id, out var node))
            {
                return false;
            }

            lines.Remove(node);
            return true;
        }
    }

    public TranscriptMessage? Find(string id)
    {
        lock (gate)
        {
            return byId.GetValueOrDefault(id)?.Value;
        }
    }

    public IReadOnlyList<TranscriptMessage> Snapshot()
    {
        lock (gate)
        {
            return [.. lines];
        }
    }
}
