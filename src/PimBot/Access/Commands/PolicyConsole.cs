using System.Text;

namespace PimBot.Access.Commands;

/// <summary>Where a command's words come from and go to.</summary>
internal sealed record PolicyConsole(TextReader In, TextWriter Out, TextWriter Error)
{
    /// <summary>The process's own.</summary>
    public static PolicyConsole OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.In, Console.Out, Console.Error);
    }
}
