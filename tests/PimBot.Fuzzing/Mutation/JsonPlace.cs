using System.Text.Json.Nodes;

namespace PimBot.Fuzzing.Mutation;

/// <summary>One value in a JSON tree, by the object and name or the array and index that hold it.</summary>
internal readonly record struct JsonPlace(JsonNode Holder, string? Name, int Index)
{
    public bool IsThere => Name is null ? Index < ((JsonArray)Holder).Count : ((JsonObject)Holder).ContainsKey(Name);

    public JsonNode? Get() =>
        !IsThere ? null
        : Name is null ? Holder[Index]
        : Holder[Name];

    public void Set(JsonNode? value)
    {
        if (Name is not null)
        {
            Holder[Name] = value;
        }
        else if (IsThere)
        {
            Holder[Index] = value;
        }
    }

    public void Remove()
    {
        if (Name is not null)
        {
            ((JsonObject)Holder).Remove(Name);
        }
        else if (IsThere)
        {
            ((JsonArray)Holder).RemoveAt(Index);
        }
    }
}
