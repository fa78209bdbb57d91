namespace PimBot.Application.Access.AsCode;

/// <summary>A plan for machines. Names and order of the members stay.</summary>
public static class DirectoryPlanJson
{
    /// <summary>Every difference by itself, with ids and all its values.</summary>
    public static string Write(DirectoryPlan plan)
    {
        var entries = DirectoryPlanEntries.Of(plan);
        return DirectoryJsonWriter.Write(
            DirectoryNodes.Map(
                ("hasChanges", DirectoryNodes.Flag(plan.HasChanges)),
                ("hasDrift", DirectoryNodes.Flag(plan.HasDrift)),
                ("changes", DirectoryNodes.List(entries.Where(e => e.Action != DirectoryPlanEntry.Keep).Select(Entry))),
                ("drift", DirectoryNodes.List(entries.Where(e => e.Action == DirectoryPlanEntry.Keep).Select(Entry)))
            )
        );
    }

    private static DirectoryNode Entry(DirectoryPlanEntry entry)
    {
        var members = new List<(string, DirectoryNode?)>
        {
            ("section", DirectoryNodes.Text(entry.Topic)),
            ("action", DirectoryNodes.Text(entry.Action)),
        };
        members.AddRange(entry.Ids.Select(id => (id.Key, (DirectoryNode?)DirectoryNodes.Text(id.Id))));
        members.Add(("words", DirectoryNodes.Text(entry.Words)));
        members.Add(("details", DirectoryNodes.ListOrNothing(entry.Details.Select(Detail))));
        return DirectoryNodes.Map([.. members]);
    }

    private static DirectoryNode Detail(DirectoryDetail detail) =>
        DirectoryNodes.Map(
            ("what", DirectoryNodes.Text(detail.What)),
            ("before", DirectoryNodes.Text(detail.Before)),
            ("after", DirectoryNodes.Text(detail.After)),
            (
                "effect",
                detail.Effect switch
                {
                    DirectoryEffect.Stricter => DirectoryNodes.Text("stricter"),
                    DirectoryEffect.Looser => DirectoryNodes.Text("looser"),
                    _ => null,
                }
            ),
            ("applies", DirectoryNodes.TextOrNothing(detail.Applies))
        );
}
