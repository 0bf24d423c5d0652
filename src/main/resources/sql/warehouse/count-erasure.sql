UPDATE ops.erasure SET ids = ids + ? WHERE id = ?
